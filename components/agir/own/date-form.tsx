import { getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { type DateRefusal, dateRefusals } from '@/lib/agir/dates/rules'

type Action = ComponentProps<typeof ActionForm<DateRefusal>>['action']

/** One change of one date, with why it may be refused. */
export async function DateForm({
  action,
  dateId,
  labels,
  submit,
  danger,
  quiet,
  children,
}: {
  action: Action
  dateId: string
  labels?: Record<string, string>
  submit: ReactNode
  danger?: boolean
  quiet?: boolean
  children?: ReactNode
}) {
  const t = await getTranslations('agirChange.refusals')
  const refusals = Object.fromEntries(dateRefusals.map((code) => [code, t(code)])) as Record<
    DateRefusal,
    string
  >
  return (
    <ActionForm action={action} words={await formWords()} {...{ labels, refusals }} className="space-y-6">
      <input type="hidden" name="dateId" value={dateId} />
      {children}
      <SubmitButton
        variant={danger ? 'danger' : quiet ? 'secondary' : 'primary'}
        size={quiet ? 'small' : 'medium'}
      >
        {submit}
      </SubmitButton>
    </ActionForm>
  )
}
