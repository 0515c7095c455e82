import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { personKeys } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { reckonAdopted } from '../../hours/adopting/commands'

type City = { id: string }

/**
 * What somebody came to without an account is their account's from now on. In a transaction of its own, once whatever gave
 * them the mailbox or the place is committed: of two that come at once, the later one sees the other.
 */
export function adoptOwn(tenant: City, { personId, now }: { personId: string; now: Date }): Promise<number> {
  return inTenant(tenant, (db) => adopt(db, personId, now))
}

/** The same, from the side of a guest whose mailbox has an account already. */
export function adoptBehind(
  tenant: City,
  { guestKey, now }: { guestKey: string; now: Date },
): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [owner] = await db
      .select({ id: personKeys.personId })
      .from(personKeys)
      .where(eq(personKeys.key, guestKey))
    return owner ? adopt(db, owner.id, now) : 0
  })
}

async function adopt(db: Db, personId: string, now: Date): Promise<number> {
  const [adopted] = await db.execute<{ count: number }>(sql`
    select app.adopt_registrations(${personId}::uuid, ${now.toISOString()}::timestamptz) as count`)
  if (adopted!.count > 0) await reckonAdopted(db, personId, now)
  return adopted!.count
}
