import type { NextRequest } from 'next/server'
import { filtersOf, ListQuery } from '@/lib/ideas/open-data/input'
import { summaryOf } from '@/lib/ideas/open-data/rules'
import { writeCursor } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { seedOf } from '@/lib/ideas/listing/rules'
import { allowReading, answerJson, badParameters } from '@/lib/open-data/answers'
import { currentSite } from '@/lib/tenancy/current-site'
import { ideasOrigin } from '@/lib/tenancy/origin'

export const OPTIONS = allowReading

export async function GET(request: NextRequest) {
  const { tenant, locale } = await currentSite()
  const query = ListQuery.safeParse(Object.fromEntries(request.nextUrl.searchParams))
  if (!query.success) return badParameters(query.error)
  const filters = filtersOf(query.data, seedOf(new Date()))
  const { cards, total, after } = await listIdeas(tenant, filters, query.data.limit)
  const site = ideasOrigin(tenant, locale)
  return answerJson(tenant, request, {
    ideas: cards.map((card) => summaryOf(card, site)),
    count: total && { value: total.count, atLeast: total.atLeast },
    next: after && writeCursor(after),
  })
}
