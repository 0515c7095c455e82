import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Notice } from '@/components/ui/notice'
import { type Step, trustedFrom } from '@/lib/agir/activities/answers/rules'
import type { OwnActivity } from '@/lib/agir/activities/own/queries'
import { send } from '@/lib/agir/activities/publishing/actions'
import { openSteps } from '@/lib/agir/activities/answers/rules'
import { districtAt } from '@/lib/ideas/places/rules'
import type { Site } from '@/lib/tenancy/site'
import { ActivityPreview } from './activity-preview'

/** What is still missing, how it will look, what happens next, and the button. */
export async function Review({
  site,
  draft,
  hrefOf,
}: {
  site: Site
  draft: OwnActivity
  hrefOf: (step: Step) => string
}) {
  const t = await getTranslations('agirOffer')
  const missing = openSteps(draft)
  const { id } = draft
  return (
    <div className="space-y-10">
      {missing.length > 0 && (
        <Notice tone="warn" title={t('review.missing')}>
          <ul>
            {missing.map((step) => (
              <li key={step}>
                <a href={hrefOf(step)} className="inline-flex min-h-11 items-center">
                  {t(`steps.${step}`)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isOutside(site, draft) && (
        <Notice tone="warn" title={t('review.outside')}>
          <p>{t('review.outsideText')}</p>
        </Notice>
      )}
      <ActivityPreview site={site} activity={draft} timings={draft.timings} />
      {missing.length === 0 && (
        <ActionForm
          action={send}
          words={await formWords()}
          refusals={{
            not_there: t('refusals.not_there'),
            already_sent: t('refusals.already_sent'),
            incomplete: t('refusals.incomplete'),
            too_many_open: t('refusals.too_many_open'),
          }}
          className="space-y-4"
        >
          <input type="hidden" name="activityId" value={id} />
          <p>{t(draft.trust >= trustedFrom ? 'review.atOnce' : 'review.readFirst')}</p>
          <SubmitButton size="large">
            {t(draft.trust >= trustedFrom ? 'review.publish' : 'review.send')}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}

/** Allowed, but worth a second look: the point may have been put down in the wrong place. */
function isOutside({ tenant }: Site, { latitude, longitude }: OwnActivity): boolean {
  return (
    latitude !== null && longitude !== null && districtAt(tenant.territory, { latitude, longitude }) === null
  )
}
