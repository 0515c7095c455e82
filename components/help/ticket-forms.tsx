import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ask, close, grant, reply, revoke } from '@/lib/tenancy/help/actions'
import { accessHours } from '@/lib/tenancy/help/rules'

const hoursChoices = async () => {
  const t = await getTranslations('help.access')
  return accessHours.map((hours) => ({ value: String(hours), label: t('hours', { hours }) }))
}

export async function AskForm() {
  const t = await getTranslations('help')
  const labels = { subject: t('ask.subject'), body: t('ask.body'), hours: t('access.ask') }
  const choices = [{ value: '0', label: t('access.no') }, ...(await hoursChoices())]
  return (
    <ActionForm action={ask} words={await formWords()} labels={labels} refusals={{}} className="space-y-6">
      <FormInput name="subject" label={labels.subject} maxLength={120} />
      <FormArea name="body" label={labels.body} rows={5} />
      <FormSelect
        name="hours"
        label={labels.hours}
        hint={t('access.hint')}
        choices={choices}
        value="0"
        className="max-w-80"
      />
      <SubmitButton>{t('ask.go')}</SubmitButton>
    </ActionForm>
  )
}

export async function ReplyForm({ ticket }: { ticket: string }) {
  const t = await getTranslations('help')
  return (
    <ActionForm
      action={reply}
      words={await formWords()}
      labels={{ body: t('reply.body') }}
      refusals={{ ticket_closed: t('closedMeanwhile') }}
      done={t('reply.done')}
      className="mt-6 space-y-4"
    >
      <input type="hidden" name="ticket" value={ticket} />
      <FormArea name="body" label={t('reply.body')} rows={3} />
      <SubmitButton variant="secondary">{t('reply.go')}</SubmitButton>
    </ActionForm>
  )
}

export async function GrantForm({ ticket }: { ticket: string }) {
  const t = await getTranslations('help')
  return (
    <ActionForm
      action={grant}
      words={await formWords()}
      labels={{ hours: t('access.how') }}
      refusals={{ ticket_closed: t('closedMeanwhile') }}
      className="mt-4 space-y-4"
    >
      <input type="hidden" name="ticket" value={ticket} />
      <FormSelect
        name="hours"
        label={t('access.how')}
        choices={await hoursChoices()}
        value="4"
        className="max-w-80"
      />
      <SubmitButton variant="secondary">{t('access.grant')}</SubmitButton>
    </ActionForm>
  )
}

/** Taking leave back, or closing the ticket: one button. */
export async function TicketAct({ ticket, act }: { ticket: string; act: 'revoke' | 'close' }) {
  const t = await getTranslations('help')
  return (
    <ActionForm
      action={act === 'revoke' ? revoke : close}
      words={await formWords()}
      refusals={{ ticket_closed: t('closedMeanwhile') }}
      className="mt-4"
    >
      <input type="hidden" name="ticket" value={ticket} />
      <SubmitButton variant={act === 'revoke' ? 'danger' : 'secondary'}>{t(`acts.${act}`)}</SubmitButton>
    </ActionForm>
  )
}
