import 'server-only'
import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { initiativePeople, initiatives } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { speaksFor } from '../../organisations/queries'

export type Kept = typeof initiatives.$inferSelect & { trust: number }

/**
 * An initiative held still for who may keep it: whoever speaks for its organisation, or one of those who keep it together.
 * Null for everybody else.
 */
export async function holdInitiative(db: Db, id: string, personId: string): Promise<Kept | null> {
  const [one] = await db.select().from(initiatives).where(eq(initiatives.id, id)).for('no key update')
  if (!one) return null
  if (!one.organisationId) return (await isKeeper(db, id, personId)) ? { ...one, trust: 0 } : null
  const voice = (await speaksFor(db, personId)).find(
    ({ id: organisationId }) => organisationId === one.organisationId,
  )
  return voice ? { ...one, trust: voice.trust } : null
}

export async function isKeeper(db: Db, initiativeId: string, personId: string): Promise<boolean> {
  const own = and(isKeeping(initiativeId), eq(initiativePeople.personId, personId))
  return (await db.$count(initiativePeople, own)) > 0
}

/** The initiatives a person keeps. */
export const keptBy = (db: Db, personId: string) =>
  db
    .select({ id: initiativePeople.initiativeId })
    .from(initiativePeople)
    .where(
      and(
        eq(initiativePeople.personId, personId),
        eq(initiativePeople.role, 'keeper'),
        isNull(initiativePeople.endedAt),
      ),
    )

const isKeeping = (initiativeId: string) =>
  and(
    eq(initiativePeople.initiativeId, initiativeId),
    eq(initiativePeople.role, 'keeper'),
    isNull(initiativePeople.endedAt),
  )

export function countKeepers(db: Db, initiativeId: string): Promise<number> {
  return db.$count(initiativePeople, isKeeping(initiativeId))
}

/** What makes an initiative this person's to keep. */
export async function isOwn(db: Db, personId: string): Promise<SQL> {
  const voices = (await speaksFor(db, personId)).map(({ id }) => id)
  const together = and(
    isNull(initiatives.organisationId),
    sql`exists (select from ${initiativePeople} own where own.initiative_id = ${initiatives.id}
      and own.person_id = ${personId} and own.role = 'keeper' and own.ended_at is null)`,
  )
  const spokenFor = sql`${initiatives.organisationId} = any (${`{${voices.join(',')}}`}::uuid[])`
  return or(together, spokenFor)!
}

/** Those who keep it together, where no organisation does. */
export async function listKeepers(db: Db, initiativeId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: initiativePeople.personId })
    .from(initiativePeople)
    .where(isKeeping(initiativeId))
  return rows.map(({ personId }) => personId)
}
