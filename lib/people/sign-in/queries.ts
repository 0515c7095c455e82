import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { people, personKeys, sessions, signInLinks } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { keyedHash } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'
import { mailbox } from '../../mail/address'
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
