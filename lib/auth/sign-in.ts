import 'server-only'
import type { Locale } from '../../tenants/tenant'
import { type HostSite, siteForHost } from '../tenancy/registry'
import { homePlatform, pathOf, readPath, type Surface } from '../tenancy/site'
import { mayWrite } from '../tenancy/states/rules'
import { findOwed } from '../people/acceptances/queries'
import { type Arrival, arrivalCookie } from './arrival'
import { type Answer, takeStep } from './next-auth'
import { openProviders } from './oidc'
import { authOptionsFor, cookieNames } from './options'
import { safePath } from './safe-path'
import { readSession, sessionCookieName } from './session-token'

export type Asking = {
  site: HostSite
  cookies: Record<string, string>
  cookieHeader: string | null
  from: string
  now: Date
}

/** The city a call to the sign-in addresses is for: by its host alone. */
export async function siteOf(headers: Headers): Promise<HostSite | null> {
  return siteForHost(headers.get('x-parvis-host'))
}

/** Sends the browser to one of the city's sign-in providers; it will come back to `next`. */
export function beginSignIn(asking: Asking, providerId: string, next: string): Promise<Answer> {
  return step(asking, providerId, next, (callbackUrl) => ({
    method: 'POST',
    action: 'signin',
    query: {},
    body: { callbackUrl },
  }))
}

/** Reads what the browser brings back from the provider, and lets the person in. */
export function finishSignIn(
  asking: Asking,
  providerId: string,
  query: Record<string, string>,
): Promise<Answer> {
  const { origin } = asking.site
  const kept = asking.cookies[cookieNames(origin).callbackUrl] ?? ''
  const next = safePath(kept.startsWith(`${origin}/`) ? kept.slice(origin.length) : null) ?? '/'
  return step(asking, providerId, next, () => ({ method: 'GET', action: 'callback', query, body: {} }))
}

async function step(
  { site, cookies, cookieHeader, now }: Asking,
  providerId: string,
  next: string,
  call: (callbackUrl: string) => Omit<Parameters<typeof takeStep>[3], 'cookies'>,
): Promise<Answer> {
  const { tenant, origin, sessionEpoch } = site
  const { locale } = whereIn(site, next)
  const failed = (reason: string) => ({
    location: `${origin}${signInPage(site, next)}&erreur=${reason}`,
    setCookies: [],
  })
  const provider = openProviders(tenant).find(({ id }) => id === providerId)
  if (!provider || !mayWrite(site.status, 'sign_in', { isStaff: false })) return failed('absent')
  const replaces = readSession(tenant.id, sessionEpoch, cookieHeader)?.sessionId ?? null
  const came: { personId?: string; arrival?: Arrival } = {}
  const options = await authOptionsFor({ site, provider, locale, replaces, now, came }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : error
      console.error('sign-in', tenant.id, provider.id, 'does not answer', reason)
      return null
    },
  )
  if (!options) return failed('injoignable')
  const asked = call(origin + next)
  const kept = asked.action === 'signin' ? '' : origin + next
  const checked = { ...cookies, [cookieNames(origin).callbackUrl]: kept }
  const answer = await takeStep(origin, provider.id, options, { ...asked, cookies: checked })
  if (!answer.location) return failed('refus')
  const own = answer.location.startsWith(`${origin}/api/auth/`) ? new URL(answer.location) : null
  if (own) return failed(reasons[own.searchParams.get('error') ?? ''] ?? 'refus')
  if (came.arrival) return askFirst(site, { arrival: came.arrival, next, answer, now })
  const owes = came.personId && (await findOwed(tenant, came.personId)).length > 0
  return owes ? { ...answer, location: origin + agreementPage(site, next) } : answer
}

/** Somebody new is asked first: nobody is signed in yet, and what the provider said waits sealed in their own browser. */
type Arriving = { arrival: Arrival; next: string; answer: Answer; now: Date }

function askFirst(site: HostSite, { arrival, next, answer, now }: Arriving): Answer {
  const session = `${sessionCookieName()}=`
  const kept = answer.setCookies.filter((cookie) => !cookie.startsWith(session))
  return {
    location: site.origin + agreementPage(site, next),
    setCookies: [...kept, arrivalCookie(site, arrival, now)],
  }
}

/** Where somebody is asked to agree, before going on to where they were. */
export function agreementPage(site: HostSite, next: string): string {
  const { locale, surface } = whereIn(site, next)
  return `${pathOf(site.tenant, locale, surface, '/connexion/conditions')}?suite=${encodeURIComponent(next)}`
}

/** next-auth's words for what went wrong, in ours: the page has a sentence for each. */
const reasons: Record<string, string> = { OAuthSignin: 'injoignable', AccessDenied: 'refus' }

/** The sign-in page in the language and on the platform of the page one comes from. */
export function signInPage(site: HostSite, next: string): string {
  const { locale, surface } = whereIn(site, next)
  return `${pathOf(site.tenant, locale, surface, '/connexion')}?suite=${encodeURIComponent(next)}`
}

export function whereIn({ tenant, host }: HostSite, path: string): { locale: Locale; surface: Surface } {
  const { locale, surface } = readPath(tenant, host.surface, path.split(/[?#]/)[0]!)
  return { locale, surface: surface === 'ville' ? homePlatform(tenant) : surface }
}
