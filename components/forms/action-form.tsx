'use client'

import { type ReactNode, useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'
import { Answered } from './answered'
import { FilledForm, type FormWords, sentence } from './form-state'

type Props<Code extends string> = {
  action: (before: FormState<Code>, form: FormData) => Promise<FormState<Code>>
  words: FormWords
  /** What each field is called, to name it in the summary. */
  labels?: Record<string, string>
  /** Where a field is, on a page that has several of its name. */
  ids?: Record<string, string>
  /** Why a rule said no, with its remedy, for each code the action may answer. */
  refusals: Record<Code, ReactNode>
  done?: ReactNode
  id?: string
  className?: string
  children: ReactNode
}

/**
 * A form that works before any script arrives. When it fails, everything written is still there and the focus goes to
 * what is wrong.
 */
export function ActionForm<Code extends string>({
  action,
  words,
  labels = {},
  ids = {},
  refusals,
  done,
  id,
  className = '',
  children,
}: Props<Code>) {
  const [state, send] = useActionState<FormState<Code>, FormData>(action, { status: 'idle' })
  const failed = state.status === 'invalid' ? Object.entries(state.errors) : []
  const errors = Object.fromEntries(failed.map(([name, error]) => [name, sentence(words, error)]))
  const named = Object.fromEntries(failed.map(([name, { said }]) => [name, said?.named]))
  const values = 'values' in state ? state.values : {}
  const lines = Object.entries(errors).map(([name, text]) => ({
    name: ids[name] ?? name,
    text: labels[name] ? words.line.replace('{label}', labels[name]).replace('{error}', text) : text,
  }))
  return (
    <form action={send} id={id} noValidate className={className}>
      {lines.length > 0 && <ErrorSummary title={words.summary} errors={lines} />}
      {state.status === 'refused' && (
        <Answered said={state} className="mb-8">
          <Notice tone="warn" live="alert">
            {refusals[state.refusal] ?? words.errors.refused}
          </Notice>
        </Answered>
      )}
      {state.status === 'done' && done && (
        <Answered said={state} waits>
          <Notice tone="success" live="status">
            {done}
          </Notice>
        </Answered>
      )}
      <FilledForm value={{ errors, values, named, heavy: sentence(words, { code: 'file_heavy' }) }}>
        {children}
      </FilledForm>
    </form>
  )
}
