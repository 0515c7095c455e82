import { randomUUID } from 'node:crypto'
import { acceptSignedIn, register } from '../../agir/registrations/commands'
import { findOwnAt } from '../../agir/registrations/queries'
import type { RegistrationRefusal, SeatAnswer } from '../../agir/registrations/rules'
import { readSession } from '../../auth/session-token'
import { messagesOf } from '../../i18n/city-messages'
import { withinPatience } from '../../patience'
import { inTurn } from '../../short-turns'
import { mayWrite } from '../../tenancy/states/rules'
import type { Locale } from '../../../tenants/tenant'
import { sendJson, sendProblem } from './json-answer'
import { languageAsked } from './language-asked'
import { addOwnRoute, type Visit } from './own-routes'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a crowd asks of one date at once is answered before Next: a seat, and what one already has. */
export function openSeatDesk(): void {
  addOwnRoute({
    methods: ['PUT'],
    path: /^\/api\/v1\/dates\/[^/]+\/positions\/[^/]+\/registration$/,
    answer: (visit) =>
      new Promise((resolve) => inTurn(visit.site.tenant.id, () => resolve(answerRegistration(visit)))),
  })
  addOwnRoute({ methods: ['GET', 'HEAD'], path: /^\/api\/v1\/me\/registrations$/, answer: answerOwn })
  addOwnRoute({
    methods: ['PUT'],
    path: /^\/api\/v1\/me\/registrations\/[^/]+\/acceptance$/,
    answer: answerAcceptance,
  })
}

async function answerRegistration({ request, response, site, pathname, search }: Visit): Promise<void> {
  const { tenant, sessionEpoch, status } = site
  const session = readSession(tenant.id, sessionEpoch, request.headers.cookie)
  const [, , , , date = '', , position = ''] = pathname.split('/')
  if (!session) return sendProblem(response, 401, {})
  if (!uuid.test(date) || !uuid.test(position)) return sendProblem(response, 404, { reason: 'not_there' })
  if (!mayWrite(status, 'take_part', { isStaff: false }))
    return sendProblem(response, 409, { reason: 'closed' })
  const asked = new URLSearchParams(search)
  const party = Number(asked.get('party') ?? 1)
  if (!Number.isInteger(party) || party < 1 || party > 30)
    return sendProblem(response, 409, { reason: 'party_too_big' })
  const wish = { seat: [date, position] as const, party, note: '', anyway: asked.has('anyway') }
  tell(
    response,
    await register(tenant, { ...session, ...wish, request: requestIn(request), now: new Date() }),
  )
}

/** What the client named its request, so that asking again is asking the same. */
function requestIn({ headers }: Visit['request']): string {
  const named = headers['idempotency-key']
  return typeof named === 'string' && uuid.test(named) ? named : randomUUID()
}

const statusOf: Partial<Record<RegistrationRefusal, number>> = {
  not_there: 404,
  birth_year: 403,
  too_young: 403,
  guardian: 403,
  excluded: 403,
  too_many: 429,
  away: 503,
}

function tell(response: Visit['response'], answer: SeatAnswer): void {
  if (answer === 'signed_out') return sendProblem(response, 401, {})
  if (answer.ok) return sendJson(response, 200, answer.value)
  const status = statusOf[answer.refusal] ?? 409
  const later = { 429: '600', 503: '2' }[status]
  sendProblem(response, status, { reason: answer.refusal }, later ? { 'retry-after': later } : {})
}

/** What only one person may see of an activity's page: where they are registered. */
async function answerOwn({ request, response, site, search }: Visit): Promise<void> {
  const session = readSession(site.tenant.id, site.sessionEpoch, request.headers.cookie)
  const activity = new URLSearchParams(search).get('activity') ?? ''
  if (!session || !uuid.test(activity)) return sendJson(response, 200, { registrations: null })
  const registrations = await withinPatience(findOwnAt(site.tenant, session, activity)).catch(
    () => 'away' as const,
  )
  if (registrations === 'away') return sendProblem(response, 503, {}, { 'retry-after': '2' })
  sendJson(response, 200, { registrations })
}

/** A place that was offered, taken: once, and in time. */
async function answerAcceptance({ request, response, site, pathname }: Visit): Promise<void> {
  const { tenant, sessionEpoch, status } = site
  const session = readSession(tenant.id, sessionEpoch, request.headers.cookie)
  const [, , , , , registrationId = ''] = pathname.split('/')
  if (!session) return sendProblem(response, 401, {})
  if (!uuid.test(registrationId)) return sendProblem(response, 404, { reason: 'not_there' })
  if (!mayWrite(status, 'take_part', { isStaff: false }))
    return sendProblem(response, 409, { reason: 'closed' })
  const asked = { ...session, registrationId, now: new Date() }
  const moved = await withinPatience(acceptSignedIn(tenant, asked)).catch(() => 'away' as const)
  if (moved === 'away') return sendProblem(response, 503, {}, { 'retry-after': '2' })
  if (moved === 'signed_out') return sendProblem(response, 401, {})
  if (moved.ok) return sendJson(response, 200, moved.value)
  const detail = messagesOf(tenant, localeAsked(request, tenant)).agirRegistration.moved[moved.refusal]
  sendProblem(response, moved.refusal === 'not_there' ? 404 : 409, { reason: moved.refusal, detail })
}

function localeAsked({ headers }: Visit['request'], { locales }: Visit['site']['tenant']): Locale {
  const asked = languageAsked(headers['accept-language'])
  return locales.includes(asked) ? asked : locales[0]!
}
