'use client'

import { createContext, type ReactNode, use, useActionState, useEffect, useState } from 'react'
import type { Kept } from '@/lib/agir/favourites/rules'
import type { FormState } from '@/lib/form-state'

export type HeartWords = { label: string; refusals: Record<string, string> }
type Desk = { kept: ReadonlySet<string>; words: HeartWords; icon: ReactNode }

const HeartDesk = createContext<Desk | null>(null)
const formId = 'favoris'

/** One form for all the hearts of a page: each is a button of it, and works before any script. */
export function HeartsFor({
  action,
  words,
  icon,
  initial,
  children,
}: {
  action: (before: FormState, form: FormData) => Promise<FormState>
  words: HeartWords
  icon: ReactNode
  /** What is known to be kept; asked for afterwards where the page is the same for everyone. */
  initial?: string[]
  children: ReactNode
}) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const [last, setLast] = useState(state)
  const [kept, setKept] = useState<ReadonlySet<string>>(() => after(new Set(initial), state))
  if (state !== last) {
    setLast(state)
    setKept(after(kept, state))
  }
  useEffect(() => {
    if (!initial) void ownFavourites().then((own) => setKept((now) => new Set([...own, ...now])))
  }, [initial])
  return (
    <HeartDesk value={{ kept, words, icon }}>
      <form id={formId} action={send} />
      <p role="alert" className="shell empty:hidden">
        {state.status === 'refused' && words.refusals[state.refusal]}
      </p>
      {children}
    </HeartDesk>
  )
}

async function ownFavourites(): Promise<string[]> {
  const answer = await fetch('/api/v1/me/favourites').catch(() => null)
  const said = answer?.ok ? ((await answer.json()) as { favourites: string[] | null }) : null
  return said?.favourites ?? []
}

function after(kept: ReadonlySet<string>, state: FormState): ReadonlySet<string> {
  if (state.status !== 'done') return kept
  const told = state.value as Kept
  const others = [...kept].filter((id) => id !== told.activityId)
  return new Set(told.kept ? [...others, told.activityId] : others)
}

/** Keeps one activity, or lets it go again. */
export function Heart({ id, title, className }: { id: string; title: string; className?: string }) {
  const desk = use(HeartDesk)
  if (!desk) return null
  const { kept, words, icon } = desk
  const isKept = kept.has(id)
  return (
    <button
      form={formId}
      name={isKept ? 'drop' : 'keep'}
      value={id}
      aria-pressed={isKept}
      className={`heart ${className ?? ''}`}
    >
      {icon}
      <span className="sr-only">{words.label.replace('{title}', title)}</span>
    </button>
  )
}
