import 'server-only'
import { asc, count, eq, isNull, sql } from 'drizzle-orm'
import { acceptances, people } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { listAsked } from '../../tenancy/legal/queries'
import { type Asked, owedBy } from '../../tenancy/legal/rules'

/** Everything somebody has accepted, oldest first. */
export function listAccepted(tenant: { id: string }, personId: string) {
  return inTenant(tenant, (db) => acceptedBy(db, personId))
}
export type Accepted = Awaited<ReturnType<typeof listAccepted>>[number]

function acceptedBy(db: Db, personId: string) {
  const { document, version, locale, at } = acceptances
  return db
    .select({ document, version, locale, at })
    .from(acceptances)
    .where(eq(acceptances.personId, personId))
    .orderBy(asc(at), asc(document))
}

/** What somebody has still to be asked. */
export async function findOwed(tenant: Tenant, personId: string): Promise<Asked[]> {
  return owedBy(await listAsked(tenant), await listAccepted(tenant, personId))
}

export async function owedIn(db: Db, asked: readonly Asked[], personId: string): Promise<Asked[]> {
  return owedBy(asked, await acceptedBy(db, personId))
}

/** How many of those who have an account have agreed to what is asked now. */
export async function countAgreed(tenant: Tenant) {
  const asked = await listAsked(tenant)
  return inTenant(tenant, async (db) => {
    const everyone = await db.$count(people, isNull(people.deletedAt))
    const agreed = await Promise.all(asked.map((one) => agreedTo(db, one)))
    return asked.map((one, place) => ({ ...one, agreed: agreed[place]!, everyone }))
  })
}
export type Agreed = Awaited<ReturnType<typeof countAgreed>>[number]

async function agreedTo(db: Db, { document, since }: Asked): Promise<number> {
  const [row] = await db
    .select({ agreed: count(sql`distinct ${acceptances.personId}`) })
    .from(acceptances)
    .where(sql`${acceptances.document} = ${document} and ${acceptances.version} >= ${since}`)
  return row?.agreed ?? 0
}
