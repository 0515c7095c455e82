import type { NextRequest } from 'next/server'
import { notFound } from 'next/navigation'
import { findAgirFigures } from '@/lib/agir/figures/queries'
import { csvOf } from '@/lib/csv/rules'
import { answerWith } from '@/lib/open-data/answers'
import { currentSite } from '@/lib/tenancy/current-site'

const columns = ['cut', 'key', 'activities', 'places', 'hours'] as const

/** The same figures for a spreadsheet: what is kept back is empty. */
export async function GET(request: NextRequest) {
  const { tenant } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const { activities, places, hours, byTheme, byDistrict } = await findAgirFigures(tenant, new Date())
  const rows = [
    ['all', '', activities, places, hours] as const,
    ...byTheme.map((row) => ['theme', row.key, row.activities, row.places, row.hours] as const),
    ...byDistrict.map((row) => ['district', row.key, row.activities, row.places, row.hours] as const),
  ]
  const answer = answerWith(tenant, request, csvOf(columns, rows), 'text/csv; charset=utf-8; header=present')
  answer.headers.set('content-disposition', 'attachment; filename="chiffres.csv"')
  return answer
}
