import type { NextRequest } from 'next/server'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { calendarOf } from '@/lib/agir/calendar/rules'
import { readFilters, writeFilters } from '@/lib/agir/finding/input'
import { listActivities } from '@/lib/agir/finding/queries'
import { listOpenDates, type OpenDate } from '@/lib/agir/open-data/queries'
import { geoJsonOf, openColumns, rowOf } from '@/lib/agir/open-data/rules'
import type { Filters } from '@/lib/agir/finding/rules'
import { csvOf } from '@/lib/csv/rules'
import { localized } from '@/lib/i18n/localized'
import { atomOf } from '@/lib/ideas/feeds/rules'
import { answerWith } from '@/lib/open-data/answers'
import { licenceOf } from '@/lib/open-data/licences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

const types = {
  'activites.ics': 'text/calendar; charset=utf-8',
  'activites.csv': 'text/csv; charset=utf-8; header=present',
  'activites.geojson': 'application/geo+json',
  'activites.atom': 'application/atom+xml; charset=utf-8',
} as const
type File = keyof typeof types
type Table = Exclude<File, 'activites.atom'>

/** What a search finds, for a calendar, a table, a map or a reader of news. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const { tenant } = await currentSite()
  if (!Object.hasOwn(types, file) || !tenant.modules.agir) notFound()
  const asked = request.nextUrl.searchParams
  const query = Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]))
  const filters = { ...readFilters(query, tenant), cursor: null }
  const body = file === 'activites.atom' ? await feed(filters) : await datesAs(file as Table, filters)
  const answer = answerWith(tenant, request, body, types[file as File])
  if (file === 'activites.csv')
    answer.headers.set('content-disposition', 'attachment; filename="activites.csv"')
  return answer
}

async function datesAs(file: Table, filters: Filters): Promise<string> {
  const { tenant, origin, locale } = await currentSite()
  const [dates, href] = await Promise.all([listOpenDates(tenant, filters, new Date()), currentHref()])
  const urlOf = ({ slug }: OpenDate) => `${origin}${href(`/activites/${slug}`)}`
  if (file === 'activites.csv')
    return csvOf(
      openColumns,
      dates.map((date) => rowOf(date, urlOf(date))),
    )
  if (file === 'activites.geojson') return JSON.stringify(geoJsonOf(dates, urlOf))
  const name = localized(tenant.platformNames.agir, locale, tenant)
  return calendarOf(
    name,
    dates.map((date) => ({ ...date, href: urlOf(date) })),
  )
}

async function feed(filters: Filters): Promise<string> {
  const { tenant, origin, locale } = await currentSite()
  const now = new Date()
  const [{ cards }, t, href] = await Promise.all([
    listActivities(tenant, { ...filters, sort: 'new' }, now, 50),
    getTranslations('agirFind'),
    currentHref(),
  ])
  const self = origin + href('/activites/flux/activites.atom') + writeFilters(filters)
  return atomOf({
    id: self,
    title: `${t('title')} · ${localized(tenant.platformNames.agir, locale, tenant)}`,
    subtitle: t('description', { city: localized(tenant.name, locale, tenant) }),
    href: origin + href('/activites') + writeFilters(filters),
    self,
    author: localized(tenant.name, locale, tenant),
    licence: licenceOf(tenant),
    language: locale,
    since: new Date(now.toISOString().slice(0, 10)),
    entries: cards.map((card) => ({
      id: `urn:uuid:${card.id}`,
      title: card.title,
      href: `${origin}${href(`/activites/${card.slug}`)}`,
      published: card.publishedAt,
      updated: card.publishedAt,
      author: card.organiser?.name ?? null,
      summary: card.summary,
      language: card.locale,
    })),
  })
}
