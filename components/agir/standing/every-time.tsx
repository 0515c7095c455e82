import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { takesPlace } from '@/lib/agir/dates/rules'
import { everyTime } from '@/lib/agir/standing/actions'
import type { Series } from '@/lib/agir/standing/queries'
import { type StandingRefusal, standingRefusals } from '@/lib/agir/standing/rules'
import { ruleWords } from '../dates/rule-words'

/** What one is told when one cannot come every time, or not like that. */
export async function standingRefusalWords() {
  const [t, seats] = await Promise.all([
    getTranslations('agirStanding.refusals'),
    getTranslations('agirRegistration.refused'),
  ])
  const own = ['already', 'too_many_standing', 'no_series', 'days_in_order'] as const
  const isOwn = (code: StandingRefusal): code is (typeof own)[number] => own.some((one) => one === code)
  const said = standingRefusals.map((code) => [code, isOwn(code) ? t(code) : seats(code)])
  return Object.fromEntries(said) as Record<StandingRefusal, string>
}

/** A series that goes on is joined as a whole, in one gesture. The same for everyone who reads. */
export async function EveryTime({ activity, series }: { activity: PublicActivity; series: Series[] }) {
  const ahead = Map.groupBy(
    activity.coming.filter(({ state }) => takesPlace(state)),
    ({ scheduleId }) => scheduleId,
  )
  const open = series.filter(({ id }) => (ahead.get(id)?.length ?? 0) > 1)
  if (open.length === 0 || activity.registration !== 'instant' || activity.publication !== 'published')
    return null
  const [t, words] = await Promise.all([getTranslations('agirStanding'), ruleWords()])
  const choices = open.map((one) => ({ value: one.id, label: words(one) }))
  return (
    <Card>
      <Fold title={t('title')}>
        <ActionForm
          action={everyTime}
          words={await formWords()}
          labels={{ scheduleId: t('series'), until: t('until') }}
          refusals={await standingRefusalWords()}
          className="space-y-4"
        >
          <p>{t('text')}</p>
          {choices.length === 1 ? (
            <>
              <p className="font-bold">{choices[0]!.label}</p>
              <input type="hidden" name="scheduleId" value={choices[0]!.value} />
            </>
          ) : (
            <FormSelect name="scheduleId" label={t('series')} value={choices[0]!.value} choices={choices} />
          )}
          <FormInput
            name="until"
            type="date"
            label={t('until')}
            hint={t('untilHint')}
            optional={t('optional')}
          />
          <SubmitButton variant="secondary" wide>
            {t('submit')}
          </SubmitButton>
        </ActionForm>
      </Fold>
    </Card>
  )
}
