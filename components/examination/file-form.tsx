import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { formWords } from '@/components/forms/form-words'
import type { FormState } from '@/lib/form-state'
import { type FileRefusal, fileRefusals } from './file-words'

/** One act on one file: whatever it asks, it says no in the same words. */
export async function FileForm<Code extends FileRefusal>({
  action,
  ideaId,
  labels,
  ids,
  className = 'space-y-4',
  children,
}: {
  action: (before: FormState<Code>, form: FormData) => Promise<FormState<Code>>
  ideaId: string
  labels?: Record<string, string>
  /** Of fields whose name is already somebody's id on the page. */
  ids?: Record<string, string>
  className?: string
  children: ReactNode
}) {
  const [words, refusals] = await Promise.all([formWords(), fileRefusals()])
  return (
    <ActionForm action={action} {...{ words, refusals, labels, ids, className }}>
      <input type="hidden" name="ideaId" value={ideaId} />
      {children}
    </ActionForm>
  )
}
