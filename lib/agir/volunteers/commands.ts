import 'server-only'
import { eq } from 'drizzle-orm'
import { volunteers } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { isAtLeast, type VolunteerRefusal, youngest } from './rules'

type Offer = Pick<
  typeof volunteers.$inferInsert,
  'districtCode' | 'radiusKm' | 'birthYear' | 'skills' | 'availability' | 'languages' | 'wontDo'
>

/** Somebody offers the city their help, or says it anew. */
export function offerHelp(
  tenant: Tenant,
  { personId, now, ...offer }: Offer & { personId: string; now: Date },
): Promise<Outcome<undefined, VolunteerRefusal>> {
  return inTenant(tenant, async (db) => {
    if (!isAtLeast(youngest, offer.birthYear, now.getUTCFullYear())) return refused('too_young')
    if (!tenant.territory.districts.some(({ code }) => code === offer.districtCode))
      return refused('no_such_district')
    const said = { ...offer, changedAt: now, stoppedAt: null }
    await db
      .insert(volunteers)
      .values({ ...said, personId, createdAt: now })
      .onConflictDoUpdate({ target: [volunteers.tenantId, volunteers.personId], set: said })
    return done(undefined)
  })
}

/** Not asked any more, from this moment on; what was offered stays, should they come back. */
export function stopHelping(tenant: { id: string }, personId: string, now: Date) {
  return inTenant(tenant, async (db): Promise<Outcome<undefined, 'not_there'>> => {
    return (await stop(db, personId, now)) ? done(undefined) : refused('not_there')
  })
}

export async function stop(db: Db, personId: string, now: Date): Promise<boolean> {
  const stopped = await db
    .update(volunteers)
    .set({ stoppedAt: now })
    .where(eq(volunteers.personId, personId))
    .returning({ id: volunteers.id })
  return stopped.length > 0
}

/** Nothing of it is kept. */
export function withdrawHelp(tenant: { id: string }, personId: string): Promise<Outcome<undefined, never>> {
  return inTenant(tenant, async (db) => {
    await db.delete(volunteers).where(eq(volunteers.personId, personId))
    return done(undefined)
  })
}
