'use client'

import { type ReactNode, useActionState, useEffect, useState } from 'react'
import { askMarks } from '@/components/layout/me'
import type { FormState } from '@/lib/form-state'

type Opinion = 'useful' | 'useless' | 'none'
type Counts = { useful: number; useless: number }
type Voted = Counts & { opinion: Opinion; repeated: boolean }
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
type Props = {
  commentId: string
  initial: Counts
  action: (before: FormState, form: FormData) => Promise<FormState>
  words: VoteWords
  icon: ReactNode
  manageHref: string
  locale: string
}

const look =
  'inline-flex min-h-11 items-center gap-2 rounded-control border border-line bg-paper px-3 text-base text-ink hover:border-ink aria-pressed:border-action aria-pressed:bg-action-tint aria-pressed:text-on-action-tint'

/** Useful or not: one form that works before any script, and remembers what this reader pressed once it is there. */
export function Votes({ commentId, initial, action, words, icon, manageHref, locale }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const known = useMark(commentId)
  const said = state.status === 'done' ? (state.value as Voted) : null
  if (known === 'own')
    return (
      <a href={manageHref} className="inline-flex min-h-11 items-center text-base">
        {words.manage}
      </a>
    )
  const counts = said ?? initial
  const mine = said?.opinion ?? known
  const number = new Intl.NumberFormat(locale)
  return (
    <form action={send}>
      <input type="hidden" name="commentId" value={commentId} />
      <div role="group" aria-label={words.group} className="flex flex-wrap items-center gap-2">
        {(['useful', 'useless'] as const).map((opinion) => (
          <button
            key={opinion}
            name="opinion"
            value={mine === opinion ? 'none' : opinion}
            aria-pressed={mine === opinion}
            className={look}
          >
            <span className={opinion === 'useless' ? 'rotate-180' : ''}>{icon}</span>
            {words[opinion]}
            <span className="tabular font-bold">{number.format(counts[opinion])}</span>
          </button>
        ))}
        <span role="status" className="text-sm text-muted">
          {said && words[said.repeated ? 'already' : said.opinion === 'none' ? 'takenBack' : 'thanks']}
          {state.status === 'refused' && words.refusals[state.refusal]}
          {state.status === 'invalid' && words.refusals.not_there}
        </span>
      </div>
    </form>
  )
}

function useMark(commentId: string): Opinion | 'own' {
  const [mark, setMark] = useState<Opinion | 'own'>('none')
  useEffect(() => {
    askMarks().then((marks) => {
      if (!marks) return
      if (marks.own.includes(commentId)) setMark('own')
      else if (marks.useful.includes(commentId)) setMark('useful')
      else if (marks.useless.includes(commentId)) setMark('useless')
    })
  }, [commentId])
  return mark
}
