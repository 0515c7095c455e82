import 'server-only'
import { accept } from '../people/acceptances/commands'
import { AgreedTo } from '../people/acceptances/input'
import { coversAll } from '../people/acceptances/rules'
import { providerKey, signInWithProvider } from '../people/sign-in/commands'
import { askedOfNewcomer, isAlive } from '../people/sign-in/queries'
import { type Arrival, noArrivalCookie, readArrival } from './arrival'
import type { Answer } from './next-auth'
import { safePath } from './safe-path'
import { sessionCookie } from './session-cookie'
import { readSession } from './session-token'
import { agreementPage, type Asking, signInPage, whereIn } from './sign-in'

/**
 * The answer to what somebody is asked to agree to: somebody new, who comes in by it, or somebody signed in to whom a new
 * version was shown. Either way they go on to where they were.
 */
export async function agree(asking: Asking, form: FormData): Promise<Answer> {
  const { site, cookies, cookieHeader, now } = asking
  const next = safePath(form.get('suite')) ?? '/'
  const arrival = readArrival(site, cookies, now)
  if (form.get('refus') === '1')
    return { location: site.origin + next, setCookies: arrival ? [noArrivalCookie(site)] : [] }
  const agreed = AgreedTo.parse(Object.fromEntries(form))
  if (arrival) return enter(asking, { arrival, agreed, next })
  const session = readSession(site.tenant.id, site.sessionEpoch, cookieHeader)
  if (!session || !(await isAlive(site.tenant, session)))
    return { location: site.origin + signInPage(site, next), setCookies: [] }
  const { locale } = whereIn(site, next)
  const kept = await accept(site.tenant, { personId: session.personId, agreed, locale, now })
  return kept.ok ? { location: site.origin + next, setCookies: [] } : askedAgain(asking, next)
}

type Entering = { arrival: Arrival; agreed: AgreedTo; next: string }

async function enter(
  { site, cookieHeader, now }: Asking,
  { arrival, agreed, next }: Entering,
): Promise<Answer> {
  const { tenant, sessionEpoch, origin } = site
  const accepts = await askedOfNewcomer(tenant, providerKey(tenant, arrival))
  if (!coversAll(accepts, agreed)) return askedAgain({ site }, next)
  const replaces = readSession(tenant.id, sessionEpoch, cookieHeader)?.sessionId ?? null
  const { locale } = whereIn(site, next)
  const session = await signInWithProvider(tenant, { ...arrival, locale, replaces, accepts, now })
  return { location: origin + next, setCookies: [sessionCookie(site, session), noArrivalCookie(site)] }
}

/** The text changed while it was being read. */
const askedAgain = ({ site }: Pick<Asking, 'site'>, next: string): Answer => ({
  location: `${site.origin}${agreementPage(site, next)}&erreur=accord`,
  setCookies: [],
})
