import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { readFilters, writeFilters } from '@/lib/consultations/listing/input'
import { allFound } from '@/lib/consultations/listing/rules'
import { listPublished } from '@/lib/consultations/queries'
import { dayIn, statusOf } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import { atomOf, beginningOf } from '@/lib/ideas/feeds/rules'
import { openUnder, queryOf } from '@/lib/open-data/answers'
import { licenceOf } from '@/lib/open-data/licences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** The latest changes among the consultations of the same address of the list. */
export async function GET(request: NextRequest) {
  const { tenant, locale, origin } = await currentSite()
  const now = new Date()
  const [t, href, all] = await Promise.all([
    getTranslations('consultations'),
    currentHref(),
    listPublished(tenant),
  ])
  const city = localized(tenant.name, locale, tenant)
  const today = dayIn(tenant.timeZone, now)
  const filters = readFilters(queryOf(request), tenant)
  const asked = writeFilters({ ...filters, page: 1 })
  const latest = allFound(all, filters, today)
    .toSorted((one, other) => other.changedAt.getTime() - one.changedAt.getTime())
    .slice(0, 40)
  const feed = atomOf({
    id: origin + href('/consultations/flux') + asked,
    title: t('feedTitle', { city }),
    subtitle: t('lead', { city }),
    href: origin + href('/consultations') + asked,
    self: origin + href('/consultations/flux') + asked,
    author: city,
    licence: licenceOf(tenant),
    language: locale,
    since: new Date(today),
    entries: latest.map((one) => ({
      id: `urn:uuid:${one.id}`,
      title: `${t(`statuses.${statusOf(one, today)}`)} · ${one.title}`,
      href: origin + href(`/consultations/${one.slug}`),
      published: one.publishedAt ?? one.changedAt,
      updated: one.changedAt,
      author: null,
      summary: beginningOf(one.cancelReason ?? one.summary),
      language: one.locale,
    })),
  })
  return new Response(feed, {
    headers: { ...openUnder(tenant), 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
