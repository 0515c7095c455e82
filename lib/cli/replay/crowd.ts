import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { people, sessions } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { sessionCookieName, signSession } from '../../auth/session-token'
import { inTenant } from '../../db'

/** Keeps one statement under Postgres' limit of parameters. */
const atOnce = 1000

export type Person = { sessionId: string; personId: string; cookie: string }

/** Distinct people who may support anything in the city, each signed in once, for as long as the replay lasts. */
export async function gatherCrowd(tenant: Tenant, epoch: number, size: number, now: Date): Promise<Person[]> {
  const expiresAt = new Date(now.getTime() + 7 * 86_400_000)
  const crowd = Array.from({ length: size }, () => {
    const claims = { sessionId: randomUUID(), personId: randomUUID(), expiresAt }
    return { ...claims, cookie: `${sessionCookieName()}=${signSession(tenant.id, epoch, claims)}` }
  })
  for (let from = 0; from < size; from += atOnce) {
    const some = crowd.slice(from, from + atOnce)
    await inTenant(tenant, async (db) => {
      await db.insert(people).values(some.map(({ personId }) => someone(tenant, personId, now)))
      await db
        .insert(sessions)
        .values(some.map(({ sessionId: id, personId }) => ({ id, personId, startedAt: now, expiresAt })))
    })
  }
  return crowd
}

export async function sendCrowdHome(tenant: Tenant, crowd: Person[], now: Date): Promise<void> {
  for (let from = 0; from < crowd.length; from += atOnce) {
    const ids = crowd.slice(from, from + atOnce).map(({ sessionId }) => sessionId)
    await inTenant(tenant, (db) =>
      db.update(sessions).set({ revokedAt: now }).where(inArray(sessions.id, ids)),
    )
  }
}

function someone({ locales, territory }: Tenant, id: string, now: Date): typeof people.$inferInsert {
  return {
    id,
    name: `Replay ${id.slice(0, 8)}`,
    locale: locales[0]!,
    assurance: 'A4',
    birthYear: 1980,
    residence: 'lives',
    districtCode: territory.districts[0]!.code,
    wantsMail: false,
    joinedAt: new Date(now.getTime() - 30 * 86_400_000),
  }
}
