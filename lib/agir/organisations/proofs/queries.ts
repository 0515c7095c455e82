import 'server-only'
import { and, asc, desc, eq, gte, like, sql } from 'drizzle-orm'
import { memberships, organisationProofs, organisations, people } from '../../../../drizzle/schema'
import { keyedHash } from '../../../auth/sealing'
import { inTenant } from '../../../db'
import { type Acting, actsAs } from '../../../people/rules'
import { skeleton } from '../../../text'
import { identifiersOf } from '../queries'

type City = { id: string }

/** What is put on the organisation's own domain to show whose it is: the same until it is found. */
export function domainToken(tenant: City, organisationId: string): string {
  return keyedHash('organisation-domain', tenant.id, organisationId).slice(0, 32)
}

/** What was tried and found to prove who an organisation is, the last first: for those who run it. */
export function listProofs(tenant: City, organisationId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: organisationProofs.id,
        method: organisationProofs.method,
        state: organisationProofs.state,
        evidence: organisationProofs.evidence,
        hasCode: sql<boolean>`${organisationProofs.codeHash} is not null`,
        askedAt: organisationProofs.askedAt,
        decidedAt: organisationProofs.decidedAt,
        expiresAt: organisationProofs.expiresAt,
      })
      .from(organisationProofs)
      .where(eq(organisationProofs.organisationId, organisationId))
      .orderBy(desc(organisationProofs.askedAt), desc(organisationProofs.id))
      .limit(30),
  )
}
export type ListedProof = Awaited<ReturnType<typeof listProofs>>[number]

const waiting = {
  id: organisationProofs.id,
  method: organisationProofs.method,
  evidence: organisationProofs.evidence,
  askedAt: organisationProofs.askedAt,
  askedById: organisationProofs.askedById,
  askedBy: people.name,
  hasCode: sql<boolean>`${organisationProofs.codeHash} is not null`,
  organisationId: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  kind: organisations.kind,
  trust: organisations.trust,
  website: organisations.website,
  districtCode: organisations.districtCode,
}

/** What waits for somebody of the city to look at it, the oldest first: where this reader acts for the city. */
export function listAsked(tenant: City, reader: Acting) {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select(waiting)
      .from(organisationProofs)
      .innerJoin(organisations, eq(organisations.id, organisationProofs.organisationId))
      .leftJoin(people, eq(people.id, organisationProofs.askedById))
      .where(eq(organisationProofs.state, 'asked'))
      .orderBy(asc(organisationProofs.askedAt), asc(organisationProofs.id))
      .limit(200)
    return rows.filter(({ districtCode }) => actsAs(reader, 'area_admin', { districtCode }))
  })
}
export type AskedProof = Awaited<ReturnType<typeof listAsked>>[number]

/** Who holds the number that another asks for. */
export function findHolder(tenant: City, organisationId: string) {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({ name: organisations.name, slug: organisations.slug })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), eq(organisations.state, 'active')))
    return found ?? null
  })
}

/** Those a person answers for that were verified themselves: they may answer for others. */
export function listProvenOwned(tenant: City, personId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(
        and(
          eq(memberships.personId, personId),
          eq(memberships.state, 'active'),
          eq(memberships.role, 'owner'),
          eq(organisations.state, 'active'),
          gte(organisations.trust, 2),
        ),
      )
      .orderBy(asc(organisations.name)),
  )
}

/** Those of a name, where this reader acts for the city: to be taken for partners, or noted as closed. */
export function listForOfficer(tenant: City, reader: Acting, words: string) {
  const looks = skeleton(words.slice(0, 80))
  if (looks === '') return Promise.resolve([])
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        trust: organisations.trust,
        districtCode: organisations.districtCode,
      })
      .from(organisations)
      .where(and(eq(organisations.state, 'active'), like(organisations.nameKey, `%${looks}%`)))
      .orderBy(asc(organisations.nameKey), asc(organisations.id))
      .limit(50)
    const own = rows.filter(({ districtCode }) => actsAs(reader, 'area_admin', { districtCode })).slice(0, 10)
    return Promise.all(own.map(async (one) => ({ ...one, identifiers: await identifiersOf(db, one.id) })))
  })
}
export type ForOfficer = Awaited<ReturnType<typeof listForOfficer>>[number]
