import { getFormatter, getTranslations } from 'next-intl/server'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { sourceName } from '@/lib/agir/sources/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** Where an imported activity comes from, where to have it put right, and the way for those whose it is. */
export async function ActivitySource({ activity }: { activity: PublicActivity }) {
  const { originUrl, originLicence, originSeenAt, claimedAt } = activity
  if (!activity.origin) return null
  const [{ tenant }, t, format, href] = await Promise.all([
    currentSite(),
    getTranslations('agirSources.claims.provenance'),
    getFormatter(),
    currentHref(),
  ])
  const seen = originSeenAt && format.dateTime(originSeenAt, { dateStyle: 'long', timeZone: tenant.timeZone })
  const isOpen = activity.publication === 'published' && !claimedAt
  return (
    <div className="text-base text-muted" data-screen-only>
      <p>
        {t('from', { origin: sourceName(activity) })} {seen && t('seen', { date: seen })}{' '}
        {originLicence && t('licence', { name: originLicence })}
      </p>
      <p className="flex flex-wrap gap-x-6">
        {originUrl && (
          <a href={originUrl} rel="nofollow noopener external" className="inline-flex min-h-11 items-center">
            {t('correct')}
          </a>
        )}
        {isOpen && (
          <a
            href={href(`/activites/${activity.slug}/gerer`)}
            rel="nofollow"
            className="inline-flex min-h-11 items-center"
          >
            {t('ours')}
          </a>
        )}
      </p>
    </div>
  )
}
