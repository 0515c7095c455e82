import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { changeStatus } from '@/lib/operator/cities/actions'
import type { ListedCity } from '@/lib/operator/cities/rules'
import { nextStatuses } from '@/lib/tenancy/states/rules'

/** The ways a city may go from the state it is in, and what each means for those who live there. */
export async function StatusForm({ city }: { city: ListedCity }) {
  const t = await getTranslations('operator')
  const choices = nextStatuses[city.status]
    .filter((status) => status !== 'deleted')
    .map((status) => ({ value: status, label: t(`status.${status}`), hint: t(`means.${status}`) }))
  if (choices.length === 0) return null
  const labels = { status: t('state.choose'), reason: t('state.reason') }
  return (
    <Card>
      <h2 className="text-xl">{t('state.title')}</h2>
      <ActionForm
        action={changeStatus}
        words={await formWords()}
        labels={labels}
        refusals={{
          city_gone: t('state.gone'),
          status_not_next: t('state.notNext'),
          status_reason_needed: t('state.reasonNeeded'),
          status_not_ready: t('state.notReady'),
        }}
        done={t('state.done')}
        className="mt-4 space-y-5"
      >
        <input type="hidden" name="city" value={city.id} />
        <FormRadios name="status" label={labels.status} choices={choices} />
        <FormArea name="reason" rows={2} label={labels.reason} hint={t('state.reasonHint')} />
        <SubmitButton variant="secondary">{t('state.go')}</SubmitButton>
      </ActionForm>
    </Card>
  )
}
