'use client'

import { useEffect } from 'react'

/** Shows beside a form what is being written in it, by asking the page for it as sending the form by hand would. */
export function FollowForm({ form: formId, shows }: { form: string; shows: string }) {
  useEffect(() => {
    const form = document.getElementById(formId) as HTMLFormElement
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = new AbortController()

    async function show() {
      asked.abort()
      asked = new AbortController()
      const filled = [...new FormData(form)].filter(
        (field): field is [string, string] => typeof field[1] === 'string' && !field[0].startsWith('$'),
      )
      const address = `${location.pathname}?${new URLSearchParams(filled)}`
      const text = await fetch(address, { signal: asked.signal })
        .then((answer) => (answer.ok ? answer.text() : null))
        .catch(() => null)
      if (text === null) return
      const page = new DOMParser().parseFromString(text, 'text/html')
      const fresh = page.getElementById(shows)
      const isOpen = document.querySelector(`#${shows} details`)?.hasAttribute('open')
      if (isOpen) fresh?.querySelector('details')?.setAttribute('open', '')
      if (fresh) document.getElementById(shows)?.replaceChildren(...fresh.children)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void show(), 250)
    }
    const take = (press: Event) => {
      const button = (press.target as Element).closest<HTMLButtonElement>(`#${shows} button[name=take]`)
      const [name = '', colour = ''] = button?.value.split(':') ?? []
      const field = form.elements.namedItem(name)
      if (!(field instanceof HTMLInputElement)) return
      press.preventDefault()
      field.value = colour
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.focus()
    }
    form.addEventListener('input', later)
    document.addEventListener('click', take)
    return () => {
      clearTimeout(timer)
      asked.abort()
      form.removeEventListener('input', later)
      document.removeEventListener('click', take)
    }
  }, [formId, shows])
  return null
}
