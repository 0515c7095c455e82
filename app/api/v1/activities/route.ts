import type { NextRequest } from 'next/server'
import { leftOn } from '@/lib/agir/dates/rules'
import { readFilters, writeCursor } from '@/lib/agir/finding/input'
import { listActivities, type Listing } from '@/lib/agir/finding/queries'
import { kindWords, presets } from '@/lib/agir/finding/rules'
import { ActivityQuery } from '@/lib/agir/open-data/input'
import { allowReading, answerJson, badParameters, problem } from '@/lib/open-data/answers'
import { currentSite } from '@/lib/tenancy/current-site'
import { activitiesOrigin } from '@/lib/tenancy/origin'

export const OPTIONS = allowReading

export async function GET(request: NextRequest) {
  const { tenant, locale } = await currentSite()
  if (!tenant.modules.agir) return problem(404)
  const query = ActivityQuery.safeParse(Object.fromEntries(request.nextUrl.searchParams))
  if (!query.success) return badParameters(query.error)
  const { q, when, from, until, theme, district, kind, lat, lon, radius, limit, cursor } = query.data
  const asked = {
    q,
    quand: when && presets[when],
    du: from,
    au: until,
    theme,
    district,
    type: kind && kindWords[kind],
    lat: lat?.toString(),
    lon: lon?.toString(),
    rayon: radius?.toString(),
    apres: cursor,
  }
  const { cards, total, after } = await listActivities(tenant, readFilters(asked, tenant), new Date(), limit)
  const site = activitiesOrigin(tenant, locale)
  return answerJson(tenant, request, {
    activities: cards.map((card) => summaryOf(card, site)),
    count: total,
    next: after && writeCursor(after),
  })
}

function summaryOf(card: Listing['cards'][number], site: string) {
  const { id, kind, title, summary, locale, themeIds, organiser, placeLabel, districtCode, date } = card
  return {
    id,
    url: `${site}/activites/${card.slug}`,
    kind,
    title,
    summary,
    locale,
    themes: themeIds,
    organisation: organiser?.slug ? organiser.name : null,
    place: placeLabel,
    district: districtCode,
    next: date && {
      id: card.occurrenceId,
      startsAt: date.startsAt,
      endsAt: date.endsAt,
      timeZone: date.zone,
      state: date.state,
    },
    laterDates: card.laterDates,
    placesLeft: leftOn(card.positions),
  }
}
