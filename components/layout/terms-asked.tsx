'use client'

import { useEffect, useState } from 'react'
import { askMe } from './me'

/** A new version of what one agreed to waits for an answer: said on every page, in the way of nothing. */
export function TermsAsked({ href, text, link }: { href: string; text: string; link: string }) {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => {
    askMe().then((me) => {
      const { pathname, search } = window.location
      if (me?.asked && !pathname.endsWith('/connexion/conditions')) setHere(pathname + search)
    })
  }, [])
  return (
    here !== null && (
      <p role="status" className="border-b border-line bg-tint px-4 py-2 text-center" data-screen-only>
        {text}{' '}
        <a href={`${href}?suite=${encodeURIComponent(here)}`} className="inline-flex min-h-11 items-center">
          {link}
        </a>
      </p>
    )
  )
}
