import type { NextRequest } from 'next/server'
import { arranged } from '@/lib/consultations/listing/rules'
import { InventoryQuery } from '@/lib/consultations/open-data/input'
import { summaryOf } from '@/lib/consultations/open-data/rules'
import { listPublished } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { allowReading, answerJson, badParameters } from '@/lib/open-data/answers'
import { currentSite } from '@/lib/tenancy/current-site'
import { ideasOrigin } from '@/lib/tenancy/origin'

export const OPTIONS = allowReading

export async function GET(request: NextRequest) {
  const { tenant, locale } = await currentSite()
  const query = InventoryQuery.safeParse(Object.fromEntries(request.nextUrl.searchParams))
  if (!query.success) return badParameters(query.error)
  const { status, type, district, theme, from, until, page } = query.data
  const filters = {
    statuses: status ?? [],
    types: type ?? [],
    districts: district ? [district] : [],
    themes: theme ? [theme] : [],
    from: from ?? null,
    until: until ?? null,
    page,
  }
  const today = dayIn(tenant.timeZone, new Date())
  const found = arranged(await listPublished(tenant), filters, today)
  const site = ideasOrigin(tenant, locale)
  return answerJson(tenant, request, {
    consultations: found.shown.map(({ one }) => summaryOf(one, site, today)),
    count: found.total,
    page: found.page,
    pages: found.pages,
  })
}
