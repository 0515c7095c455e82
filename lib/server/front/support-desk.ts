import type { OutgoingHttpHeaders } from 'node:http'
import { readSession } from '../../auth/session-token'
import { giveSupport, takeBackSupport } from '../../ideas/supports/desk'
import { findStanding } from '../../ideas/supports/queries'
import type { Counted, SupportAnswer } from '../../ideas/supports/rules'
import { withinPatience } from '../../patience'
import { listAsked } from '../../tenancy/legal/queries'
import { owedBy } from '../../tenancy/legal/rules'
import { mayWrite } from '../../tenancy/states/rules'
import { inTurn } from '../../short-turns'
import { freshCount } from './count-cache'
import { sendJson, sendProblem } from './json-answer'
import { addOwnRoute, type Visit } from './own-routes'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const ideaId = new RegExp(`^${uuid}$`)

/** What a crowd asks at once is answered before Next: support, take back, who am I, how many. */
export function openSupportDesk(): void {
  addOwnRoute({
    methods: ['PUT', 'DELETE'],
    path: /^\/api\/v1\/ideas\/[^/]+\/support$/,
    answer: (visit) =>
      new Promise((resolve) => inTurn(visit.site.tenant.id, () => resolve(answerSupport(visit)))),
  })
  addOwnRoute({ methods: ['GET', 'HEAD'], path: /^\/api\/v1\/ideas\/[^/]+\/count$/, answer: answerCount })
  addOwnRoute({ methods: ['GET', 'HEAD'], path: /^\/api\/v1\/me$/, answer: answerMe })
}

async function answerSupport({ request, response, site, pathname }: Visit): Promise<void> {
  const { tenant, sessionEpoch, status } = site
  const session = readSession(tenant.id, sessionEpoch, request.headers.cookie)
  const id = pathname.split('/')[4]!
  if (!session) return tell(response, { status: 401 })
  if (!ideaId.test(id)) return tell(response, { status: 404 })
  if (!mayWrite(status, 'take_part', { isStaff: false }))
    return tell(response, { status: 409, reason: 'closed' })
  const act = request.method === 'PUT' ? giveSupport : takeBackSupport
  tell(response, await act({ tenant, ideaId: id, ...session }))
}

function tell(response: Visit['response'], answer: SupportAnswer): void {
  if (answer.status === 200) return sendJson(response, 200, figuresOf(answer))
  const { status, ...rest } = answer
  const { retryAfter, ...problem } = 'retryAfter' in rest ? rest : { ...rest, retryAfter: undefined }
  const later: OutgoingHttpHeaders = retryAfter ? { 'retry-after': String(retryAfter) } : {}
  sendProblem(response, status, problem, later)
}

function figuresOf({ counted, count, threshold, reached }: Counted) {
  return { counted, count, threshold, reached }
}

async function answerCount({ response, site, pathname }: Visit): Promise<void> {
  const id = pathname.split('/')[4]!
  const count = ideaId.test(id)
    ? await withinPatience(freshCount(site.tenant, id)).catch(() => 'away' as const)
    : null
  if (count === 'away') return sendProblem(response, 503, {}, { 'retry-after': '2' })
  if (!count) return sendProblem(response, 404, {})
  sendJson(response, 200, count, { 'cache-control': 'public, max-age=2' })
}

/** What only one person may see of a page that is the same for everyone. Nothing is read for who is not signed in. */
async function answerMe({ request, response, site, search }: Visit): Promise<void> {
  const session = readSession(site.tenant.id, site.sessionEpoch, request.headers.cookie)
  if (!session) return sendJson(response, 200, { person: null })
  const asked = new URLSearchParams(search).get('idea')
  const idea = asked && ideaId.test(asked) ? asked : undefined
  const known = await withinPatience(
    Promise.all([findStanding(site.tenant, session, idea), listAsked(site.tenant)]),
  ).catch(() => 'away' as const)
  if (known === 'away') return sendProblem(response, 503, {}, { 'retry-after': '2' })
  const [standing, wanted] = known
  if (!standing) return sendJson(response, 200, { person: null })
  const { name, locale, roles, unread, accepted, ...towards } = standing
  const isAsked = owedBy(wanted, accepted).length > 0
  const about = idea && { idea: { id: idea, ...towards } }
  sendJson(response, 200, {
    person: { name, locale, roles, unread, ...(isAsked && { asked: true }) },
    ...about,
  })
}
