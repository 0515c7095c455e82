import 'server-only'
import { eq } from 'drizzle-orm'
import { grants, people, personKeys } from '../../drizzle/schema'
import { desks } from '../../tenants/desk'
import type { Tenant } from '../../tenants/tenant'
import { demoIssuer } from '../auth/demo'
import { inTenant } from '../db'
import type { DemoPerson } from '../server/demo/cast'
import { listAsked } from '../tenancy/legal/queries'
import { keep } from './acceptances/commands'
import type { Acting } from './rules'
import { personBehind, providerKey, vouchFor } from './sign-in/commands'
import { mailboxKey } from './sign-in/queries'
import { askForUnion } from './unions/desk/commands'

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

type Twice = { person: DemoPerson; keptId: string; moderator: DemoPerson & { id: string }; now: Date }

/** Somebody who once came by a letter as well: a moderator has noticed, and a second person of the city has still to agree. */
export async function settleTwice(tenant: Tenant, { person, keptId, moderator, now }: Twice): Promise<void> {
  const email = person.email.replace('@', '.perso@')
  const locale = tenant.locales[0]!
  const { name } = person
  const absorbed = await inTenant(tenant, async (db) => {
    const { id } = await personBehind(db, { key: mailboxKey(tenant, email), kind: 'email', locale, now })
    await db.update(people).set({ name, email }).where(eq(people.id, id))
    return id
  })
  const reason = desks[tenant.id]?.twice
  const grants: Acting['grants'] = [{ role: 'moderator', scopeKind: 'city', scopeValue: null }]
  const by = { id: moderator.id, name: moderator.name, grants }
  if (reason) await askForUnion(tenant, { kept: keptId, absorbed, reason, by, now })
}
