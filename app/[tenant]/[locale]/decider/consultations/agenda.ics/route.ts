import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { calendarOf } from '@/lib/consultations/feeds/rules'
import { readFilters } from '@/lib/consultations/listing/input'
import { allFound } from '@/lib/consultations/listing/rules'
import { listPublished } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import { openUnder, queryOf } from '@/lib/open-data/answers'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** The days of the consultations of the same address of the list. */
export async function GET(request: NextRequest) {
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
    events: allFound(all, readFilters(queryOf(request), tenant), dayIn(tenant.timeZone, new Date()))
      .slice(0, 500)
      .flatMap(({ opensOn, closesOn, slug, ...one }) =>
        opensOn && closesOn
          ? [{ ...one, opensOn, closesOn, href: origin + href(`/consultations/${slug}`) }]
          : [],
      ),
  })
  return new Response(calendar, {
    headers: { ...openUnder(tenant), 'content-type': 'text/calendar; charset=utf-8' },
  })
}
