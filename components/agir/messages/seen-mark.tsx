'use client'

import { type ComponentProps, startTransition, useActionState, useEffect, useRef } from 'react'
import { SubmitButton } from '@/components/forms/form-fields'
import type { ActionForm } from '@/components/forms/action-form'

type Props = { conversationId: string; action: ComponentProps<typeof ActionForm>['action']; label: string }

/** Notes that what waits was read, as soon as it is in view; without script, by a button. */
export function SeenMark({ conversationId, action, label }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.current) {
      const said = new FormData(form.current)
      startTransition(() => send(said))
    }
  }, [send])
  if (state.status === 'done') return null
  return (
    <form ref={form} action={send}>
      <input type="hidden" name="conversationId" value={conversationId} />
      <SubmitButton variant="secondary" size="small">
        {label}
      </SubmitButton>
    </form>
  )
}
