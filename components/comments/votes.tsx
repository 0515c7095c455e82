'use client'

import { createContext, type ReactNode, use, useActionState, useEffect, useState } from 'react'
import { askMarks, type Marks } from '@/components/layout/me'
import type { FormState } from '@/lib/form-state'

type Opinion = 'useful' | 'useless' | 'none'
type Counts = { useful: number; useless: number }
type Voted = Counts & { commentId: string; opinion: Opinion; repeated: boolean }
export type VoteWords = {
  useful: string
  useless: string
  group: string
  thanks: string
  already: string
  takenBack: string
  manage: string
  refusals: Record<string, string>
}
type Given = {
  words: VoteWords
  icon: ReactNode
  /** Where one’s own comments are looked after; the id of one goes behind. */
  manageHref: string
  locale: string
}
type Desk = Given & { told: Record<string, FormState>; marks: Marks | null }

const VoteDesk = createContext<Desk | null>(null)
const formId = 'avis'

/** One form for all that is said on a page: its buttons stand under each comment, and work before any script. */
export function VotesFor({
  action,
  children,
  ...given
}: Given & { action: (before: FormState, form: FormData) => Promise<FormState>; children: ReactNode }) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const [last, setLast] = useState(state)
  const [told, setTold] = useState(() => toldBy(state))
  const [marks, setMarks] = useState<Marks | null>(null)
  if (state !== last) {
    setLast(state)
    setTold({ ...told, ...toldBy(state) })
  }
  useEffect(() => void askMarks().then(setMarks), [])
  return (
    <VoteDesk value={{ ...given, told, marks }}>
      <form id={formId} action={send} />
      {children}
    </VoteDesk>
  )
}

/** What came of a press, by the comment it was about. */
function toldBy(state: FormState): Record<string, FormState> {
  if (state.status === 'idle') return {}
  const about = state.status === 'done' ? (state.value as Voted).commentId : Object.values(state.values)[0]
  return about ? { [about]: state } : {}
}

/** Useful or not; once this reader is known, what they pressed before, or the way to a comment of their own. */
export function Votes({ id, ...initial }: Counts & { id: string }) {
  const desk = use(VoteDesk)
  if (!desk) return null
  const { words, told, marks, icon, manageHref, locale } = desk
  if (marks?.own.includes(id))
    return (
      <a href={`${manageHref}/${id}`} className="inline-flex min-h-11 items-center text-base">
        {words.manage}
      </a>
    )
  const state = told[id]
  const said = state?.status === 'done' ? (state.value as Voted) : null
  const mine = said?.opinion ?? markOf(id, marks)
  const number = new Intl.NumberFormat(locale)
  return (
    <div role="group" aria-label={words.group} className="flex flex-wrap items-center gap-2">
      {(['useful', 'useless'] as const).map((opinion) => (
        <button
          key={opinion}
          form={formId}
          name={mine === opinion ? 'none' : opinion}
          value={id}
          aria-pressed={mine === opinion}
          className="vote"
        >
          {opinion === 'useless' ? <span className="rotate-180">{icon}</span> : icon}
          {words[opinion]}
          <b>{number.format((said ?? initial)[opinion])}</b>
        </button>
      ))}
      <span role="status" className="text-sm text-muted">
        {said && words[said.repeated ? 'already' : said.opinion === 'none' ? 'takenBack' : 'thanks']}
        {state?.status === 'refused' && words.refusals[state.refusal]}
        {state?.status === 'invalid' && words.refusals.not_there}
      </span>
    </div>
  )
}

function markOf(id: string, marks: Marks | null): Opinion {
  if (marks?.useful.includes(id)) return 'useful'
  return marks?.useless.includes(id) ? 'useless' : 'none'
}
