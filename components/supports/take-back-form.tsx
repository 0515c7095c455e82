'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/forms/form-fields'
import type { Action } from './support-state'

/** Takes one support back from the list of one's own. */
export function TakeBackForm({
  ideaId,
  action,
  text,
  label,
  words,
}: {
  ideaId: string
  action: Action
  text: string
  label: string
  words: Record<string, string>
}) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const said = state.status === 'refused' ? (words[state.refusal] ?? words.away) : words.done
  return (
    <form action={send} className="mt-1">
      <input type="hidden" name="ideaId" value={ideaId} />
      {state.status !== 'done' && (
        <SubmitButton variant="quiet" size="small" aria-label={label} className="!px-0">
          {text}
        </SubmitButton>
      )}
      <p role="status" className="text-base">
        {state.status === 'idle' ? '' : said}
      </p>
    </form>
  )
}
