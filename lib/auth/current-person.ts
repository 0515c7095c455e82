import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { headers } from 'next/headers'
import { cache } from 'react'
import { people, sessions } from '../../drizzle/schema'
import { inTenant } from '../db'
import { isOnlyReading } from '../db/reading'
import { currentSite } from '../tenancy/current-site'
import type { Helping } from '../tenancy/help/rules'
import { grantsInForce } from '../people/roles/queries'
import { siteForHost } from '../tenancy/registry'
import { readSession } from './session-token'

/** The session this request carries, if this city signed it. It may have been revoked since. */
export const currentSession = cache(async () => {
  const sent = await headers()
  const site = await siteForHost(sent.get('x-parvis-host'))
  return site && readSession(site.tenant.id, site.sessionEpoch, sent.get('cookie'))
})

/**
 * The person asking, or null. Read again for each request: a role taken away, a session ended or an account deleted is
 * so at once.
 */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const helping = (await headers()).get('x-parvis-helping')
  return helping ? helperFrom(JSON.parse(decodeURIComponent(helping)) as Helping) : personOfSession()
})

const nobodyHere = '00000000-0000-0000-0000-000000000000'

/** Somebody of the operator, whom the city lets look on. Only where Postgres itself refuses to change a row. */
function helperFrom({ until, ...helping }: Helping): Person | null {
  if (!isOnlyReading()) return null
  const grants = [{ role: 'admin', scopeKind: 'city', scopeValue: null } as const]
  const nothing = { birthYear: null, residence: null, districtCode: null, locale: null }
  const helps = { ...helping, until: new Date(until) }
  return { id: nobodyHere, name: helping.email, assurance: 'A1', ...nothing, grants, helping: helps }
}

async function personOfSession() {
  const session = await currentSession()
  if (!session) return null
  const { tenant } = await currentSite()
  return inTenant(tenant, async (db) => {
    const [person] = await db
      .select({
        id: people.id,
        name: people.name,
        assurance: people.assurance,
        birthYear: people.birthYear,
        residence: people.residence,
        districtCode: people.districtCode,
        locale: people.locale,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(
        and(
          eq(sessions.id, session.sessionId),
          eq(sessions.personId, session.personId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, sql`now()`),
          isNull(people.deletedAt),
        ),
      )
    return person ? { ...person, grants: await grantsInForce(db, person.id) } : null
  })
}

export type Person = NonNullable<Awaited<ReturnType<typeof personOfSession>>> & { helping?: Helping }
