import { getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { most } from '@/lib/agir/activities/answers/rules'
import { limits } from '@/lib/agir/schedules/rules'

type Action = ComponentProps<typeof ActionForm<string>>['action']

/** One step of an offer: its questions, and what to do when they cannot be kept. */
export async function OfferForm({
  action,
  labels,
  ids,
  activityId,
  isEdit,
  submit,
  children,
}: {
  action: Action
  labels: Record<string, string>
  ids?: Record<string, string>
  activityId?: string
  isEdit?: boolean
  /** Where the button does not lead to the next step. */
  submit?: string
  children: ReactNode
}) {
  const t = await getTranslations('agirOffer')
  const refusals: Record<string, string> = {
    not_there: t('refusals.not_there'),
    being_read: t('refusals.being_read'),
    not_your_organisation: t('refusals.not_your_organisation'),
    too_fast: t('refusals.too_fast'),
    too_many_drafts: t('refusals.too_many_drafts', { max: most.drafts }),
    too_many_schedules: t('refusals.too_many_schedules', { max: most.schedules }),
    too_often_untrusted: t('refusals.too_often_untrusted', { max: limits.perWeekUntrusted }),
    already_past: t('refusals.already_past'),
  }
  return (
    <ActionForm
      action={action}
      words={await formWords()}
      {...{ labels, ids, refusals }}
      className="group space-y-8"
    >
      {activityId && <input type="hidden" name="activityId" value={activityId} />}
      {isEdit && <input type="hidden" name="then" value="own" />}
      {children}
      <SubmitButton size="large">{submit ?? t(isEdit ? 'keep' : 'next')}</SubmitButton>
    </ActionForm>
  )
}
