import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { FormInput, FormRadios, FormSelect } from '@/components/forms/form-fields'
import { answerTiming } from '@/lib/agir/activities/answers/actions'
import { repeats } from '@/lib/agir/schedules/repeats/rules'
import { weekdays } from '@/lib/agir/schedules/weeks/rules'
import { OfferForm } from './offer-form'
import { TickGroup } from './tick-group'

/** A day, its hours, and how it comes back. */
export async function TimingForm({
  activityId,
  action = answerTiming,
  isFirst,
  zone,
}: {
  activityId: string
  action?: ComponentProps<typeof OfferForm>['action']
  isFirst: boolean
  /** The city's zone, in words. */
  zone: string
}) {
  const t = await getTranslations('agirOffer.timing')
  const labels = { on: t('on'), from: t('from'), to: t('to'), repeat: t('repeat') }
  return (
    <OfferForm
      action={action}
      labels={{ ...labels, every: t('every'), count: t('count'), until: t('until') }}
      activityId={activityId}
      submit={t(isFirst ? 'submit' : 'another')}
    >
      <div className="grid gap-6 sm:grid-cols-3">
        <FormInput name="on" type="date" label={t('on')} required />
        <FormInput name="from" type="time" label={t('from')} required />
        <FormInput name="to" type="time" label={t('to')} required />
      </div>
      <p className="text-base text-muted">{t('zone', { zone })}</p>
      <FormRadios
        name="repeat"
        label={t('repeat')}
        value="once"
        required
        choices={repeats.map((value) => ({ value, label: t(`repeats.${value}`) }))}
      />
      <div className="hidden group-has-[[name=repeat][value=weekly]:checked]:block">
        <TickGroup
          name="day"
          label={t('days')}
          hint={t('daysHint')}
          choices={weekdays.map((value) => ({ value, label: t(`weekdays.${value}`) }))}
          values={[]}
        />
      </div>
      <Ending />
    </OfferForm>
  )
}

async function Ending() {
  const t = await getTranslations('agirOffer.timing')
  const often = Array.from({ length: 6 }, (_, index) => String(index + 1))
  return (
    <div className="space-y-6 group-has-[[name=repeat][value=once]:checked]:hidden">
      <FormSelect
        name="every"
        label={t('every')}
        value="1"
        choices={often.map((value) => ({ value, label: t('everyNth', { every: Number(value) }) }))}
      />
      <FormRadios
        name="ends"
        label={t('ends')}
        hint={t('endsHint')}
        value="count"
        choices={[
          { value: 'count', label: t('endsCount') },
          { value: 'until', label: t('endsUntil') },
        ]}
      />
      <div className="hidden max-w-60 group-has-[[name=ends][value=count]:checked]:block">
        <FormInput name="count" label={t('count')} inputMode="numeric" />
      </div>
      <div className="hidden max-w-60 group-has-[[name=ends][value=until]:checked]:block">
        <FormInput name="until" type="date" label={t('until')} />
      </div>
    </div>
  )
}
