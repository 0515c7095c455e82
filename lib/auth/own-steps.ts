import 'server-only'
import { endSession, openLink } from '../people/sign-in/commands'
import { OpenLink } from '../people/sign-in/input'
import { limits } from '../people/sign-in/rules'
import { pathOf, readPath } from '../tenancy/site'
import { isReservedName } from '../text'
import type { Answer } from './next-auth'
import { secondsToWait } from './rate-limits'
import { safePath } from './safe-path'
import { noSessionCookie, sessionCookie } from './session-cookie'
import { readSession } from './session-token'
import type { Asking } from './sign-in'

/** The button of the page behind a link. Back to that page when the link, or the name, will not do. */
export async function confirmLink(
  { site, cookieHeader, from, now }: Asking,
  form: FormData,
): Promise<Answer> {
  const { tenant, origin, sessionEpoch } = site
  const back = safePath(form.get('page')) ?? '/'
  const again = (reason: string) => ({ location: `${origin}${back}&erreur=${reason}`, setCookies: [] })
  const filled = OpenLink.safeParse(Object.fromEntries(form))
  if (!filled.success) return again('lien')
  if (await secondsToWait(tenant, 'link-tried', from, limits.linksTried)) return again('attente')
  const names = [tenant.name, tenant.platformNames.decider, tenant.platformNames.agir].flatMap(Object.values)
  const { jeton: token, nom } = filled.data
  const name = nom && !isReservedName(nom, names) ? nom : null
  const { locale } = readPath(tenant, site.host.surface, back.split('?')[0]!)
  const replaces = readSession(tenant.id, sessionEpoch, cookieHeader)?.sessionId ?? null
  const outcome = await openLink(tenant, { token, name, locale, replaces, now })
  if (!outcome.ok) return again(outcome.refusal === 'name_needed' ? 'nom' : 'lien')
  return { location: origin + outcome.value.next, setCookies: [sessionCookie(site, outcome.value)] }
}

/** The session ends in the database first: the cookie, or a copy of it, is worth nothing from then on. */
export async function signOut({ site, cookieHeader, now }: Asking): Promise<Answer> {
  const { tenant, origin, host, sessionEpoch } = site
  const session = readSession(tenant.id, sessionEpoch, cookieHeader)
  if (session) await endSession(tenant, session.sessionId, now)
  const home = pathOf(tenant, tenant.locales[0]!, host.surface === 'shared' ? 'ville' : host.surface, '/')
  return { location: origin + home, setCookies: [noSessionCookie(site)] }
}
