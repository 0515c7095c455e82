import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { takeTimingOut } from '@/lib/agir/activities/answers/actions'
import { isSkipped, type Timing } from '@/lib/agir/schedules/rules'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { ruleWords } from '../dates/rule-words'

/** When it takes place so far, each time to be taken out again as long as nobody has read it. */
export async function TimingList({
  activityId,
  timings,
  mayTakeOut,
}: {
  activityId: string
  timings: (Timing & { id: string })[]
  mayTakeOut: boolean
}) {
  const [t, say, words] = await Promise.all([getTranslations('agirOffer.timing'), ruleWords(), formWords()])
  const skipped = timings.some(({ startsLocal, zone, rule }) => !rule && isSkipped(startsLocal, zone))
  return (
    <div className="space-y-4">
      <ul className="divide-y divide-line border-y border-line">
        {timings.map((timing) => (
          <li key={timing.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="flex min-w-0 items-start gap-2">
              <Icon name="calendar" className="mt-1" />
              {say(timing)}
            </span>
            {mayTakeOut && (
              <ActionForm action={takeTimingOut} words={words} refusals={{ not_there: t('gone') }}>
                <input type="hidden" name="activityId" value={activityId} />
                <input type="hidden" name="scheduleId" value={timing.id} />
                <SubmitButton variant="quiet" size="small">
                  {t('takeOut')}
                  <VisuallyHidden> {say(timing)}</VisuallyHidden>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {skipped && <Notice tone="warn">{t('skipped')}</Notice>}
    </div>
  )
}
