import 'server-only'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { consultations, interests, organisations, people } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { coarse, type Interest, mostInterests, valueOf } from './rules'

type Following = { personId: string; interest: Interest; now: Date }

/** From now on, what is published there is told to this person. Asked again, a place keeps its new distance. */
export function followInterest(
  tenant: Tenant,
  { personId, interest, now }: Following,
): Promise<Outcome<{ following: true }, 'too_many_followed' | 'not_there'>> {
  return inTenant(tenant, async (db) => {
    if (!(await isThere(db, interest))) return refused('not_there')
    await db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
    const [held] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(interests)
      .where(eq(interests.personId, personId))
    if (held!.count >= mostInterests) return refused('too_many_followed')
    const row = { personId, kind: interest.kind, value: valueOf(interest), since: now, ...placeOf(interest) }
    await db
      .insert(interests)
      .values(row)
      .onConflictDoUpdate({
        target: [interests.tenantId, interests.personId, interests.kind, interests.value],
        set: placeOf(interest) ?? { value: row.value },
      })
    return done({ following: true })
  })
}

/** Whether everyone may read what is to be followed. */
async function isThere(db: Db, { kind, ...interest }: Interest): Promise<boolean> {
  const id = 'value' in interest ? interest.value : ''
  if (kind === 'consultation')
    return (
      (await db.$count(
        consultations,
        and(eq(consultations.id, id), isNotNull(consultations.publishedAt)),
      )) === 1
    )
  if (kind !== 'organisation') return true
  return (
    (await db.$count(organisations, and(eq(organisations.id, id), eq(organisations.state, 'active')))) === 1
  )
}

function placeOf(interest: Interest) {
  if (interest.kind !== 'place') return null
  const { latitude, longitude, radiusMetres } = interest
  return { latitude: coarse(latitude), longitude: coarse(longitude), radiusMetres }
}

export function stopInterest(
  tenant: Tenant,
  { personId, interestId }: { personId: string; interestId: string },
): Promise<Outcome<undefined, never>> {
  return inTenant(tenant, async (db) => {
    await db.delete(interests).where(and(eq(interests.id, interestId), eq(interests.personId, personId)))
    return done(undefined)
  })
}
