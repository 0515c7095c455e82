import 'server-only'
import { randomBytes } from 'node:crypto'
import { beginUnion, uniteOwn } from '../people/unions/commands'
import { proofMinutes } from '../people/unions/rules'
import { isAlive } from '../people/sign-in/queries'
import { openSession } from '../people/sign-in/commands'
import type { HostSite } from '../tenancy/registry'
import type { Answer } from './next-auth'
import { safePath } from './safe-path'
import { sessionCookie } from './session-cookie'
import { readSession } from './session-token'
import { type Asking, signInPage } from './sign-in'

/** Over https no other host can plant a cookie of this name. */
export function unionCookieName(): string {
  return `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.union`
}

/** Remembers in this browser alone, for half an hour, as whom a union was begun. */
export async function beginUniting(asking: Asking, form: FormData): Promise<Answer> {
  const { site, now } = asking
  const back = safePath(form.get('page')) ?? '/'
  const session = await livingSession(asking)
  if (!session) return to(site, signInPage(site, back))
  const token = randomBytes(32).toString('base64url')
  const outcome = await beginUnion(site.tenant, { personId: session.personId, token, now })
  if (!outcome.ok) return to(site, `${back}?erreur=${outcome.refusal}`)
  return to(site, back, [cookie(site, token, proofMinutes * 60)])
}

/** Signed in as the other account by now: the two become one, and this browser goes on as the one that stays. */
export async function endUniting(asking: Asking, form: FormData): Promise<Answer> {
  const { site, cookies, now } = asking
  const back = safePath(form.get('page')) ?? '/'
  const session = await livingSession(asking)
  if (!session) return to(site, signInPage(site, back))
  const token = cookies[unionCookieName()] ?? ''
  const outcome = await uniteOwn(site.tenant, { token, personId: session.personId, now })
  if (!outcome.ok) return to(site, `${back}?erreur=${outcome.refusal}`)
  const opened = await openSession(site.tenant, { personId: outcome.value.keptId, now })
  return to(site, `${back}?fait=1`, [sessionCookie(site, opened), cookie(site, '', 0)])
}

/** Nothing happens to either account. */
export function stopUniting({ site }: Asking, form: FormData): Answer {
  return to(site, safePath(form.get('page')) ?? '/', [cookie(site, '', 0)])
}

async function livingSession({ site, cookieHeader }: Asking) {
  const session = readSession(site.tenant.id, site.sessionEpoch, cookieHeader)
  return session && (await isAlive(site.tenant, session)) ? session : null
}

function to(site: HostSite, path: string, setCookies: string[] = []): Answer {
  return { location: site.origin + path, setCookies }
}

function cookie(site: HostSite, token: string, seconds: number): string {
  const secure = site.origin.startsWith('https://') ? '; Secure' : ''
  return `${unionCookieName()}=${token}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}
