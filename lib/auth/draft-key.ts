import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { claimDrafts } from '../ideas/deposit/commands'
import type { Holder } from '../ideas/deposit/rules'
import type { HostSite } from '../tenancy/registry'
import { currentPerson } from './current-person'
import { readSession } from './session-token'

const halfAYear = 180 * 24 * 3600

/** Over https no other host can plant a cookie of this name. */
function cookieName(): string {
  return `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.drafts`
}

export async function currentHolder(): Promise<Holder> {
  const [person, kept] = await Promise.all([currentPerson(), cookies()])
  return { personId: person?.id ?? null, draftKey: draftKeyIn(kept.get(cookieName())?.value) }
}

/** What was begun in this browser becomes the person's as their session opens. */
export async function keepDrafts(
  site: HostSite,
  held: Record<string, string>,
  setCookies: string[],
): Promise<void> {
  const opened = setCookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const session = readSession(site.tenant.id, site.sessionEpoch, opened)
  const draftKey = draftKeyIn(held[cookieName()])
  if (session && draftKey) await claimDrafts(site.tenant, { personId: session.personId, draftKey })
}

function draftKeyIn(token: string | undefined): string | null {
  return token && token.length < 100 ? keyOf(token) : null
}

/** The same, after giving a browser that has none a token of its own. The database only ever sees its SHA-256. */
export async function holderWithKey(): Promise<Holder> {
  const holder = await currentHolder()
  if (holder.personId || holder.draftKey) return holder
  const token = randomBytes(32).toString('base64url')
  const jar = await cookies()
  jar.set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.PUBLIC_SCHEME === 'https',
    path: '/',
    maxAge: halfAYear,
  })
  return { ...holder, draftKey: keyOf(token) }
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
