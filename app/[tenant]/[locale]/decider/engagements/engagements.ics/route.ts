import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { calendarOf } from '@/lib/engagements/exports/rules'
import { readDutyFilters } from '@/lib/engagements/input'
import { listAllDuties } from '@/lib/engagements/queries'
import { localized } from '@/lib/i18n/localized'
import { openUnder } from '@/lib/open-data/answers'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** What is still owed, for an agenda to follow: each duty on its last day. */
export async function GET(request: NextRequest) {
  const { tenant, locale, origin } = await currentSite()
  const now = new Date()
  const { searchParams } = request.nextUrl
  const query = { service: searchParams.getAll('service'), district: searchParams.getAll('district') }
  const [duties, t, href] = await Promise.all([
    listAllDuties(tenant, readDutyFilters(query, tenant), now),
    getTranslations('engagements'),
    currentHref(),
  ])
  const calendar = calendarOf({
    name: `${t('title')} · ${localized(tenant.name, locale, tenant)}`,
    host: new URL(origin).hostname,
    now,
    timeZone: tenant.timeZone,
    entries: duties.map((duty) => ({
      id: duty.id,
      dueAt: duty.dueAt,
      summary: `${t(`kinds.${duty.kind}`)} · ${duty.title}`,
      description: duty.title,
      url: origin + href(`/idees/${duty.slug}`),
    })),
  })
  return new Response(calendar, {
    headers: { ...openUnder(tenant), 'content-type': 'text/calendar; charset=utf-8' },
  })
}
