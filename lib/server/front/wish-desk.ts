import { listFavouriteIds } from '../../agir/favourites/queries'
import { listSuggestionsFor, type Suggestion } from '../../agir/suggestions/queries'
import { namedIn, roundedMetres } from '../../agir/suggestions/rules'
import { readSession } from '../../auth/session-token'
import { localized } from '../../i18n/localized'
import { withinPatience } from '../../patience'
import { pathOf } from '../../tenancy/site'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { sendJson, sendProblem } from './json-answer'
import { addOwnRoute, type Visit } from './own-routes'

/** What only one person may see of the lists of activities: which they keep, and what they may like. */
export function openWishDesk(): void {
  addOwnRoute({ methods: ['GET', 'HEAD'], path: /^\/api\/v1\/me\/favourites$/, answer: answerFavourites })
  addOwnRoute({ methods: ['GET', 'HEAD'], path: /^\/api\/v1\/me\/suggestions$/, answer: answerSuggestions })
}

async function answerFavourites({ request, response, site }: Visit): Promise<void> {
  const session = readSession(site.tenant.id, site.sessionEpoch, request.headers.cookie)
  if (!session) return sendJson(response, 200, { favourites: null })
  const kept = await withinPatience(listFavouriteIds(site.tenant, session)).catch(() => 'away' as const)
  if (kept === 'away') return sendProblem(response, 503, {}, { 'retry-after': '2' })
  sendJson(response, 200, { favourites: kept })
}

async function answerSuggestions({ request, response, site, search }: Visit): Promise<void> {
  const { tenant } = site
  const session = readSession(tenant.id, site.sessionEpoch, request.headers.cookie)
  if (!session) return sendJson(response, 200, { isAsked: null })
  const found = await withinPatience(listSuggestionsFor(tenant, session, new Date())).catch(
    () => 'away' as const,
  )
  if (found === 'away') return sendProblem(response, 503, {}, { 'retry-after': '2' })
  if (!found) return sendJson(response, 200, { isAsked: null })
  const asked = new URLSearchParams(search).get('langue')
  const locale = tenant.locales.find((one) => one === asked) ?? tenant.locales[0]!
  const { isAsked, suggestions } = found
  sendJson(response, 200, { isAsked, suggestions: suggestions.map((one) => shown(one, tenant, locale)) })
}

/** As much of a suggestion as a line on the home says. */
function shown(one: Suggestion, tenant: Tenant, locale: Locale) {
  const { slug, title, organiser, placeLabel, date, metres, reasons } = one
  return {
    href: pathOf(tenant, locale, 'agir', `/activites/${slug}`),
    ...{ title, locale: one.locale, organiser: organiser?.name ?? null, place: placeLabel },
    startsAt: date?.startsAt ?? null,
    zone: date?.zone ?? null,
    reasons: reasons.map((reason) => ({
      kind: reason.kind,
      said: namedIn(reason, tenant, (name) => localized(name, locale, tenant)),
      metres: roundedMetres(metres),
    })),
  }
}
