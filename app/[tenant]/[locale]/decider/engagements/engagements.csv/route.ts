import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { csvOf } from '@/lib/csv/rules'
import { readDutyFilters } from '@/lib/engagements/input'
import { listAllDuties } from '@/lib/engagements/queries'
import { standingOf } from '@/lib/engagements/rules'
import { localized } from '@/lib/i18n/localized'
import { answerWith } from '@/lib/open-data/answers'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

const columns = [
  'kind',
  'standing',
  'due_at',
  'met_at',
  'waived_at',
  'waived_reason',
  'department',
  'district',
  'title',
  'address',
] as const

/** The list of engagements as a file, with the same filters as the page. */
export async function GET(request: NextRequest) {
  const { tenant, locale, origin } = await currentSite()
  const now = new Date()
  const query = Object.fromEntries(
    [...new Set(request.nextUrl.searchParams.keys())].map((name) => [
      name,
      request.nextUrl.searchParams.getAll(name),
    ]),
  )
  const [duties, t, href] = await Promise.all([
    listAllDuties(tenant, readDutyFilters(query, tenant), now),
    getTranslations('engagements'),
    currentHref(),
  ])
  const departments = new Map(tenant.departments.map(({ id, name }) => [id, localized(name, locale, tenant)]))
  const rows = duties.map((duty) => [
    t(`kinds.${duty.kind}`),
    t(`standings.${standingOf(duty, now)}`),
    duty.dueAt,
    duty.metAt,
    duty.waivedAt,
    duty.waivedReason,
    departments.get(duty.departmentId ?? '') ?? null,
    [duty.districtCode, duty.secondDistrictCode].filter(Boolean).join(' ') || null,
    duty.title,
    origin + href(`/idees/${duty.slug}`),
  ])
  const header = columns.map((column) => t(`columns.${column}`))
  const answer = answerWith(request, csvOf(header, rows), 'text/csv; charset=utf-8; header=present')
  answer.headers.set('content-disposition', 'attachment; filename="engagements.csv"')
  return answer
}
