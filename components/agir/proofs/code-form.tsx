'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'

type Props<Code extends string> = {
  action: (before: FormState<Code>, form: FormData) => Promise<FormState<Code>>
  refusals: Record<Code, string>
  proofId: string
  label: string
  /** Holds `{code}`, where it is said. */
  code: string
  text: string
}

/** A code that is shown to who makes it, once. */
export function CodeForm<Code extends string>({ action, refusals, proofId, label, code, text }: Props<Code>) {
  const [state, send] = useActionState<FormState<Code>, FormData>(action, { status: 'idle' })
  const made = state.status === 'done' ? (state.value as { code: string }).code : null
  return (
    <form action={send} className="space-y-3">
      <input type="hidden" name="proofId" value={proofId} />
      <Button type="submit" variant="secondary">
        {label}
      </Button>
      {state.status === 'refused' && (
        <Notice tone="warn" live="alert">
          {refusals[state.refusal]}
        </Notice>
      )}
      {made && (
        <Notice tone="success" live="status" title={code.replace('{code}', made)}>
          {text}
        </Notice>
      )}
    </form>
  )
}
