import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { type DutyColumn, dutiesAsCsv } from '@/lib/engagements/exports/rules'
import { readDutyFilters } from '@/lib/engagements/input'
import { listAllDuties } from '@/lib/engagements/queries'
import type { DutyKind, Standing } from '@/lib/engagements/rules'
import { localized } from '@/lib/i18n/localized'
import { answerWith, queryOf } from '@/lib/open-data/answers'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** The list of engagements as a file, with the same filters as the page. */
export async function GET(request: NextRequest) {
  const { tenant, locale, origin } = await currentSite()
  const now = new Date()
  const [duties, t, href] = await Promise.all([
    listAllDuties(tenant, readDutyFilters(queryOf(request), tenant), now),
    getTranslations('engagements'),
    currentHref(),
  ])
  const departments = new Map(tenant.departments.map(({ id, name }) => [id, localized(name, locale, tenant)]))
  const said = {
    column: (name: DutyColumn) => t(`columns.${name}`),
    kind: (kind: DutyKind) => t(`kinds.${kind}`),
    standing: (standing: Standing) => t(`standings.${standing}`),
    department: (id: string) => departments.get(id) ?? null,
    address: (slug: string) => origin + href(`/idees/${slug}`),
  }
  const file = dutiesAsCsv(duties, said, now)
  const answer = answerWith(tenant, request, file, 'text/csv; charset=utf-8; header=present')
  answer.headers.set('content-disposition', 'attachment; filename="engagements.csv"')
  return answer
}
