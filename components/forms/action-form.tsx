'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'
import { FilledForm, type FormWords, sentence } from './form-state'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  words: FormWords
  /** What each field is called, to name it in the summary. */
  labels?: Record<string, string>
  /** Why a rule said no, with its remedy, for each code the action may answer. */
  refusals?: Record<string, ReactNode>
  done?: ReactNode
  id?: string
  className?: string
  children: ReactNode
}

/**
 * A form that works before any script arrives. When it fails, everything written is still there and the focus goes to
 * what is wrong.
 */
export function ActionForm({
  action,
  words,
  labels = {},
  refusals = {},
  done,
  id,
  className = '',
  children,
}: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const failed = state.status === 'invalid' ? Object.entries(state.errors) : []
  const errors = Object.fromEntries(failed.map(([name, error]) => [name, sentence(words, error)]))
  const values = 'values' in state ? state.values : {}
  const lines = Object.entries(errors).map(([name, text]) => ({
    name,
    text: labels[name] ? `${labels[name]} : ${text}` : text,
  }))
  return (
    <form action={send} id={id} noValidate className={className}>
      {lines.length > 0 && <ErrorSummary title={words.summary} errors={lines} />}
      {state.status === 'refused' && (
        <Refusal said={state}>{refusals[state.refusal] ?? words.errors.refused}</Refusal>
      )}
      {state.status === 'done' && done && (
        <Notice tone="success" live="status">
          {done}
        </Notice>
      )}
      <FilledForm value={{ errors, values }}>{children}</FilledForm>
    </form>
  )
}

function Refusal({ said, children }: { said: FormState; children: ReactNode }) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [said])
  return (
    <div ref={notice} tabIndex={-1} className="mb-8">
      <Notice tone="warn" live="alert">
        {children}
      </Notice>
    </div>
  )
}
