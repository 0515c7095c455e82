import { getTranslations } from 'next-intl/server'
import { TimingForm } from '@/components/agir/offer/timing-form'
import { TimingList } from '@/components/agir/offer/timing-list'
import { ButtonLink } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import type { OwnActivity } from '@/lib/agir/activities/own/queries'
import { zoneInWords } from '@/lib/i18n/zone'
import type { Site } from '@/lib/tenancy/site'

/** When it takes place: first one time, then as many others as it needs. */
export async function TimingStep({
  site,
  draft,
  nextHref,
}: {
  site: Site
  draft: OwnActivity
  nextHref: string
}) {
  const t = await getTranslations('agirOffer')
  const zone = zoneInWords(site.tenant.timeZone, site.locale, new Date())
  const isFirst = draft.timings.length === 0
  const form = <TimingForm activityId={draft.id} isFirst={isFirst} zone={zone} />
  if (isFirst) return form
  return (
    <div className="space-y-8">
      <TimingList activityId={draft.id} timings={draft.timings} mayTakeOut />
      <ButtonLink href={nextHref} size="large">
        {t('next')}
      </ButtonLink>
      <Fold title={t('timing.more')}>{form}</Fold>
    </div>
  )
}
