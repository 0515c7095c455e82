import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { compensate, goOn, pause } from '@/lib/ideas/steering/actions'
import { steeringRefusals } from '@/lib/ideas/steering/rules'
import { ActCard } from './staff-forms'
import { refusalWords } from './refusal-words'

/** What stops or prolongs every collection of the city at once. */
export async function PauseForms({ since }: { since: Date | null }) {
  const [t, format] = [await getTranslations('life'), await getFormatter()]
  const forms = { words: await formWords(), refusals: await refusalWords(steeringRefusals) }
  const date = since ? format.dateTime(since, { dateStyle: 'long' }) : ''
  return (
    <>
      <ActCard
        id="pause"
        title={t('staff.pause.title')}
        text={since ? t('staff.pause.running', { date }) : t('staff.pause.text')}
      >
        <ActionForm
          key={since ? 'on' : 'off'}
          action={since ? goOn : pause}
          {...forms}
          labels={{ text: since ? t('staff.pause.endReason') : t('staff.pause.reason') }}
          ids={{ text: 'pause-text' }}
          done={since ? t('staff.pause.ended') : t('staff.pause.done')}
          className="space-y-5"
        >
          <FormArea
            name="text"
            id="pause-text"
            label={since ? t('staff.pause.endReason') : t('staff.pause.reason')}
            rows={3}
            required
          />
          <SubmitButton variant={since ? 'primary' : 'danger'}>
            {since ? t('staff.pause.end') : t('staff.pause.submit')}
          </SubmitButton>
        </ActionForm>
      </ActCard>
      <ActCard id="outage" title={t('staff.outage.title')} text={t('staff.outage.text')}>
        <ActionForm
          action={compensate}
          {...forms}
          labels={{ days: t('staff.outage.days'), text: t('staff.outage.reason') }}
          ids={{ text: 'outage-text' }}
          done={t('staff.outage.done')}
          className="space-y-5"
        >
          <FormInput
            name="days"
            type="number"
            min={1}
            max={60}
            inputMode="numeric"
            label={t('staff.outage.days')}
            required
          />
          <FormArea name="text" id="outage-text" label={t('staff.outage.reason')} rows={3} required />
          <SubmitButton variant="secondary">{t('staff.outage.submit')}</SubmitButton>
        </ActionForm>
      </ActCard>
    </>
  )
}
