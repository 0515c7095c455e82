import { getTranslations } from 'next-intl/server'
import { calendarOf } from '@/lib/consultations/feeds/rules'
import { listPublished } from '@/lib/consultations/queries'
import { localized } from '@/lib/i18n/localized'
import { openToAll } from '@/lib/open-data/answers'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function GET() {
  const { tenant, locale, origin } = await currentSite()
  const [t, href, all] = await Promise.all([
    getTranslations('consultations'),
    currentHref(),
    listPublished(tenant),
  ])
  const calendar = calendarOf({
    name: t('feedTitle', { city: localized(tenant.name, locale, tenant) }),
    host: new URL(origin).hostname,
    timeZone: tenant.timeZone,
    events: all
      .slice(0, 500)
      .flatMap(({ opensOn, closesOn, slug, ...one }) =>
        opensOn && closesOn
          ? [{ ...one, opensOn, closesOn, href: origin + href(`/consultations/${slug}`) }]
          : [],
      ),
  })
  return new Response(calendar, {
    headers: { ...openToAll, 'content-type': 'text/calendar; charset=utf-8' },
  })
}
