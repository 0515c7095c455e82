import 'server-only'
import { messagesOf } from '../i18n/city-messages'
import { endEverySession, namesOf } from '../people/commands'
import { deleteAccount } from '../people/leaving/commands'
import { endSession, openLink } from '../people/sign-in/commands'
import { AgreedTo } from '../people/acceptances/input'
import { findOwed } from '../people/acceptances/queries'
import { coversAll } from '../people/acceptances/rules'
import { askedBehindLink, isAlive } from '../people/sign-in/queries'
import { OpenLink } from '../people/sign-in/input'
import { limits } from '../people/sign-in/rules'
import type { HostSite } from '../tenancy/registry'
import { pathOf, readPath } from '../tenancy/site'
import { isReservedName } from '../text'
import type { Answer } from './next-auth'
import { secondsToWait } from './rate-limits'
import { safePath } from './safe-path'
import { noSessionCookie, sessionCookie } from './session-cookie'
import { readSession } from './session-token'
import { agreementPage, type Asking, signInPage } from './sign-in'

type Session = NonNullable<ReturnType<typeof readSession>>

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
  const { jeton: token, nom } = filled.data
  const name = nom && !isReservedName(nom, namesOf(tenant)) ? nom : null
  const { locale } = readPath(tenant, site.host.surface, back.split('?')[0]!)
  const replaces = readSession(tenant.id, sessionEpoch, cookieHeader)?.sessionId ?? null
  const accepts = await askedBehindLink(tenant, token)
  if (!coversAll(accepts, AgreedTo.parse(Object.fromEntries(form)))) return again('accord')
  const outcome = await openLink(tenant, { token, name, locale, replaces, accepts, now })
  if (!outcome.ok) return again(outcome.refusal === 'name_needed' ? 'nom' : 'lien')
  const { next, personId } = outcome.value
  const owes = (await findOwed(tenant, personId)).length > 0
  return {
    location: origin + (owes ? agreementPage(site, next) : next),
    setCookies: [sessionCookie(site, outcome.value)],
  }
}

/** The session ends in the database first: the cookie, or a copy of it, is worth nothing from then on. */
export async function signOut({ site, cookieHeader, now }: Asking, form: FormData): Promise<Answer> {
  const { tenant, origin, host, sessionEpoch } = site
  const session = readSession(tenant.id, sessionEpoch, cookieHeader)
  if (session && form.get('partout') === '1') await endEverywhere(site, session, now)
  else if (session) await endSession(tenant, session.sessionId, now)
  const home = pathOf(tenant, tenant.locales[0]!, host.surface === 'shared' ? 'ville' : host.surface, '/')
  return { location: origin + home, setCookies: [noSessionCookie(site)], forgets: true }
}

/** Only who is still signed in may close the others' doors: a copy of an ended session may not. */
async function endEverywhere(site: HostSite, session: Session, now: Date): Promise<void> {
  if (await isAlive(site.tenant, session))
    await endEverySession(site.tenant, { personId: session.personId, now })
}

/** Deletes the account once the word has been written out. */
export async function leave({ site, cookieHeader, now }: Asking, form: FormData): Promise<Answer> {
  const { tenant, origin, sessionEpoch } = site
  const back = safePath(form.get('page')) ?? '/'
  const to = (path: string) => ({ location: origin + path, setCookies: [] })
  const session = readSession(tenant.id, sessionEpoch, cookieHeader)
  if (!session || !(await isAlive(tenant, session))) return to(signInPage(site, back))
  const { locale, surface } = readPath(tenant, site.host.surface, back)
  const typed = String(form.get('typed') ?? '').trim()
  if (typed.toLocaleUpperCase(locale) !== messagesOf(tenant, locale).account.leave.word)
    return to(`${back}?erreur=not_typed`)
  const keepCertificates = form.get('attestations') === 'on'
  const outcome = await deleteAccount(tenant, { personId: session.personId, keepCertificates, now })
  if (!outcome.ok) return to(`${back}?erreur=${outcome.refusal}`)
  return {
    location: origin + pathOf(tenant, locale, surface, '/compte/adieu'),
    setCookies: [noSessionCookie(site)],
  }
}
