import 'server-only'
import { eq } from 'drizzle-orm'
import { grants, personKeys } from '../../drizzle/schema'
import type { Tenant } from '../../tenants/tenant'
import { demoIssuer } from '../auth/demo'
import { inTenant } from '../db'
import type { DemoPerson } from '../server/demo/cast'
import { listAsked } from '../tenancy/legal/queries'
import { keep } from './acceptances/commands'
import { personBehind, providerKey, vouchFor } from './sign-in/commands'

/** What the demo's provider calls someone: the same name in every run, another in every city. */
export const subjectOf = (tenant: { id: string }, { key }: { key: string }) => `${tenant.id}.${key}`

/**
 * Makes someone of the demo a person of their city, with the role they are there to show. Done once: what the city has
 * decided about them since, such as taking the role away, is left alone.
 */
export async function settle(tenant: Tenant, person: DemoPerson, now: Date): Promise<string> {
  const asked = await listAsked(tenant)
  const key = providerKey(tenant, { issuer: demoIssuer, subject: subjectOf(tenant, person) })
  return inTenant(tenant, async (db) => {
    const [known] = await db
      .select({ id: personKeys.personId })
      .from(personKeys)
      .where(eq(personKeys.key, key))
    if (known) return known.id
    const { id } = await personBehind(db, {
      ...{ key, kind: 'oidc' as const, issuer: demoIssuer },
      locale: tenant.locales[0]!,
      now,
    })
    const { name, email, assurance, birthYear, residence, districtCode, role } = person
    await vouchFor(db, id, { name, email, assurance, birthYear, residence, districtCode })
    const scope = role === 'area_admin' && { scopeKind: 'district' as const, scopeValue: districtCode }
    await keep(db, asked, { personId: id, locale: tenant.locales[0]!, now })
    if (role !== 'citizen') await db.insert(grants).values({ personId: id, role, startsAt: now, ...scope })
    return id
  })
}
