import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { people, personKeys, sessions, signInLinks } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { keyedHash } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'
import { mailbox } from '../../mail/address'
import { listAsked } from '../../tenancy/legal/queries'
import type { Asked } from '../../tenancy/legal/rules'
import { grantsInForce } from '../roles/queries'

/** Whether a session that a cookie claims has neither ended nor been ended. */
export function isAlive(
  tenant: Tenant,
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<boolean> {
  return inTenant(tenant, async (db) => {
    const own = and(eq(sessions.id, sessionId), eq(sessions.personId, personId))
    const running = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`))
    const [session] = await db.select({ id: sessions.id }).from(sessions).where(and(own, running))
    return session !== undefined
  })
}

/** Whether a living session is that of somebody with a role in force. */
export async function actsForCity(
  tenant: Tenant,
  session: { sessionId: string; personId: string },
): Promise<boolean> {
  if (!(await isAlive(tenant, session))) return false
  return inTenant(tenant, async (db) => (await grantsInForce(db, session.personId)).length > 0)
}

/** What a link would do, for the page that asks to confirm. Looking changes nothing: mail scanners look too. */
export function findLink(
  tenant: Tenant,
  token: string,
): Promise<{ next: string; needsName: boolean } | null> {
  return inTenant(tenant, async (db) => {
    const [link] = await db.select().from(signInLinks).where(opens(token))
    if (!link) return null
    return { next: link.next, needsName: !(await nameBehind(db, mailboxKey(tenant, link.email))) }
  })
}

/** What whoever opens this link has to agree to first: nothing, for who has an account already. */
export async function askedBehindLink(tenant: Tenant, token: string): Promise<Asked[]> {
  const asked = await listAsked(tenant)
  return inTenant(tenant, async (db) => {
    const [link] = await db.select({ email: signInLinks.email }).from(signInLinks).where(opens(token))
    return link && (await isNewcomer(db, mailboxKey(tenant, link.email))) ? asked : []
  })
}

/** What somebody has to agree to before an account is made for them: nothing, for who has one. */
export async function askedOfNewcomer(tenant: Tenant, key: string): Promise<Asked[]> {
  const asked = await listAsked(tenant)
  return inTenant(tenant, async (db) => ((await isNewcomer(db, key)) ? asked : []))
}

async function isNewcomer(db: Db, key: string): Promise<boolean> {
  const [known] = await db
    .select({ id: people.id })
    .from(personKeys)
    .innerJoin(people, eq(people.id, personKeys.personId))
    .where(and(eq(personKeys.key, key), isNull(people.deletedAt)))
  return known === undefined
}

/** The link a token opens, while it may still be used. */
export function opens(token: string) {
  const unused = and(isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, sql`now()`))
  return and(eq(signInLinks.tokenHash, hashOf(token)), unused)
}

/** Who a mailbox belongs to, as the city knows them: never the same as someone a provider vouched for. */
export function mailboxKey(tenant: { id: string }, email: string): string {
  return keyedHash('person-key', tenant.id, `email|${mailbox(email)}`)
}

export async function nameBehind(db: Db, key: string): Promise<string | null> {
  const [person] = await db
    .select({ name: people.name })
    .from(personKeys)
    .innerJoin(people, eq(people.id, personKeys.personId))
    .where(eq(personKeys.key, key))
  return person?.name ?? null
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** The secret part of a link: only this city, with the master secret, can make it from the link's id. */
export function linkToken(tenant: { id: string }, linkId: string): string {
  return keyedHash('sign-in-link', tenant.id, linkId)
}
