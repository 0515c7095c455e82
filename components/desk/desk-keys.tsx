'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { buttonLook } from '@/components/ui/button'

type Words = { title: string; open: string; on: string; hint: string; close: string }
const kept = 'desk-keys'

/**
 * Letters that lead about the desk: j and k through the list, the others to what carries `data-key`. They do nothing
 * while somebody writes, can be turned off, and never decide.
 */
export function DeskKeys({ words, keys }: { words: Words; keys: { key: string; does: string }[] }) {
  const help = useRef<HTMLDialogElement>(null)
  const isThere = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const [isOn, setOn] = useState(() => typeof window === 'undefined' || readKept() !== 'off')
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || help.current?.open)
        return
      if (event.key === '?') help.current?.showModal()
      else if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1)
      else if (!leadTo(event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
  if (!isThere) return null
  return (
    <>
      <button
        type="button"
        onClick={() => help.current?.showModal()}
        className={buttonLook({ variant: 'quiet' })}
      >
        {words.open}
      </button>
      <dialog
        ref={help}
        aria-label={words.title}
        className="m-auto max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-paper p-6 text-ink shadow-float backdrop:bg-deep/60"
      >
        <h2 className="text-xl">{words.title}</h2>
        <p className="mt-2 text-muted">{words.hint}</p>
        <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {keys.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-control border border-control px-2 py-0.5 font-bold">{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => {
              writeKept(target.checked ? 'on' : 'off')
              setOn(target.checked)
            }}
            className="size-6 accent-action"
          />
          {words.on}
        </label>
        <form method="dialog" className="mt-5 flex justify-end">
          <button className={buttonLook({ variant: 'secondary' })}>{words.close}</button>
        </form>
      </dialog>
    </>
  )
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
}

function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-task-link]')]
  const here = links.indexOf(document.activeElement as HTMLElement)
  links[Math.max(0, Math.min(links.length - 1, here + by))]?.focus()
}

function leadTo(key: string): boolean {
  const place = /^[a-z]$/.test(key) ? document.querySelector<HTMLElement>(`[data-key="${key}"]`) : null
  if (place?.matches('a, [data-press]')) place.click()
  else place?.focus()
  return place !== null
}

function readKept(): string | null {
  try {
    return localStorage.getItem(kept)
  } catch {
    return null
  }
}

function writeKept(state: string): void {
  try {
    localStorage.setItem(kept, state)
  } catch {
    return
  }
}
