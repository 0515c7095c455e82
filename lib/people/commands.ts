import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { people, sessions } from '../../drizzle/schema'
import type { Residence } from '../../tenants/rules'
import type { Locale, Tenant } from '../../tenants/tenant'
import { inTenant } from '../db'
import { done, type Outcome, refused } from '../outcome'
import { isReservedName } from '../text'
import { changed } from '../tenancy/freshness'
import { declarationRefusal } from './rules'
import { stopUnions } from './unions/commands'

type Profile = { personId: string; name: string; locale: Locale }

/** The name shown, from now on and on what is already published; the language of letters. */
export async function changeProfile(
  tenant: Tenant,
  { personId, ...profile }: Profile,
): Promise<Outcome<undefined, 'reserved_name'>> {
  if (isReservedName(profile.name, namesOf(tenant))) return refused('reserved_name')
  return inTenant(tenant, async (db) => {
    await db.update(people).set(profile).where(eq(people.id, personId))
    await changed(db, 'ideas')
    return done(undefined)
  })
}

/** What the city and its platforms are called, in every language. */
export function namesOf(tenant: Tenant): string[] {
  return [tenant.name, tenant.platformNames.decider, tenant.platformNames.agir].flatMap((name) =>
    Object.values(name),
  )
}

type Declaration = {
  personId: string
  birthYear: number
  residence: Residence
  districtCode: string | null
  now: Date
}
type DeclarationRefusal = NonNullable<ReturnType<typeof declarationRefusal>>

/** Said on one's honour: it opens what a proven address alone does not. */
export function declare(
  tenant: Tenant,
  { personId, now, ...declared }: Declaration,
): Promise<Outcome<undefined, DeclarationRefusal>> {
  const ground = {
    districtCodes: tenant.territory.districts.map(({ code }) => code),
    disposableDomains: tenant.signIn.disposableDomains,
    year: now.getUTCFullYear(),
  }
  return inTenant(tenant, async (db) => {
    const [person] = await db.select().from(people).where(eq(people.id, personId)).for('update')
    const refusal = declarationRefusal(person!, declared, ground)
    if (refusal) return refused(refusal)
    await db
      .update(people)
      .set({ ...declared, assurance: 'A2' })
      .where(eq(people.id, personId))
    return done(undefined)
  })
}

/** Every session of a person, this one too. */
export function endEverySession(
  tenant: Tenant,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  return inTenant(tenant, async (db) => {
    const open = and(eq(sessions.personId, personId), isNull(sessions.revokedAt))
    await db.update(sessions).set({ revokedAt: now }).where(open)
    await stopUnions(db, personId, now)
  })
}
