import 'server-only'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { changeRequests, memberships, organisationIdentifiers, organisations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { usualAnswer } from './answering/queries'
import { hasPower, memberRoles, type MemberRole, type Power } from './rules'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isShown = inArray(organisations.state, ['active', 'leaving'])

/** An organisation as everyone may see it; null when it is not in view. */
export function findPublicOrganisation(tenant: City, slug: string) {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select(shown)
      .from(organisations)
      .where(and(eq(organisations.slug, slug), isShown))
    if (!found) return null
    return {
      ...found,
      identifiers: await identifiersOf(db, found.id),
      members: await countMembers(db, found.id),
      answersIn: await usualAnswer(db, found.id),
      owners: await db.$count(memberships, and(isActive(found.id), eq(memberships.role, 'owner'))),
    }
  })
}
export type PublicOrganisation = NonNullable<Awaited<ReturnType<typeof findPublicOrganisation>>>

const shown = {
  id: organisations.id,
  slug: sql<string>`${organisations.slug}`,
  kind: organisations.kind,
  name: organisations.name,
  summary: organisations.summary,
  story: organisations.story,
  locale: organisations.locale,
  themeIds: organisations.themeIds,
  districtCode: organisations.districtCode,
  address: organisations.address,
  website: organisations.website,
  publicEmail: organisations.publicEmail,
  logo: organisations.logo,
  trust: organisations.trust,
  provenUntil: organisations.provenUntil,
  activeAt: organisations.activeAt,
  origin: organisations.origin,
  state: organisations.state,
}

export function identifiersOf(db: Db, organisationId: string) {
  const { scheme, value, releasedAt } = organisationIdentifiers
  return db
    .select({ scheme, value })
    .from(organisationIdentifiers)
    .where(and(eq(organisationIdentifiers.organisationId, organisationId), sql`${releasedAt} is null`))
    .orderBy(asc(scheme))
}

const isActive = (organisationId: string) =>
  and(eq(memberships.organisationId, organisationId), eq(memberships.state, 'active'))

export function countMembers(db: Db, organisationId: string): Promise<number> {
  return db.$count(memberships, isActive(organisationId))
}

/** The role a person has in an organisation, or null. */
export async function roleIn(db: Db, organisationId: string, personId: string): Promise<MemberRole | null> {
  const [row] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(isActive(organisationId), eq(memberships.personId, personId)))
  return row?.role ?? null
}

/** The organisations a person is in, whatever they do there. */
export const organisationsOf = (db: Db, personId: string) =>
  db
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.state, 'active')))

/** Whether a person may do this for an organisation. */
export async function mayFor(
  db: Db,
  organisationId: string,
  personId: string,
  power: Power,
): Promise<boolean> {
  return hasPower(await roleIn(db, organisationId, personId), power)
}

/** Those for whom a person may speak now: what they organise can be announced in its name. */
export function speaksFor(db: Db, personId: string) {
  const speakers = memberRoles.filter((role) => hasPower(role, 'speak'))
  return db
    .select({
      id: organisations.id,
      name: organisations.name,
      slug: organisations.slug,
      trust: organisations.trust,
      kind: organisations.kind,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.state, 'active'),
        inArray(memberships.role, speakers),
        eq(organisations.state, 'active'),
      ),
    )
    .orderBy(asc(organisations.name), asc(organisations.id))
}

/** Everything a person has to do with: where they act, what they began, what they asked for. */
export function listOwnOrganisations(tenant: City, personId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: organisations.id,
        name: organisations.name,
        logo: organisations.logo,
        kind: organisations.kind,
        state: organisations.state,
        role: memberships.role,
        membership: memberships.state,
        asked: sql<number>`(select count(*)::int from ${memberships} asking
          where asking.organisation_id = ${organisations.id} and asking.state = 'requested')`,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.personId, personId), inArray(memberships.state, ['active', 'requested'])))
      .orderBy(desc(memberships.at), asc(organisations.id)),
  )
}
export type OwnOrganisation = Awaited<ReturnType<typeof listOwnOrganisations>>[number]

/** One's own organisation with all its page for managing it shows; null for who has nothing to do with it. */
export async function findManaged(tenant: City, id: string, personId: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const role = await roleIn(db, id, personId)
    const [found] = role ? await db.select().from(organisations).where(eq(organisations.id, id)) : []
    if (!found || !role) return null
    const asked = and(eq(changeRequests.subjectId, id), sql`${changeRequests.answeredAt} is null`)
    const [request] = await db
      .select({ text: changeRequests.text, dueAt: changeRequests.dueAt, askedAt: changeRequests.askedAt })
      .from(changeRequests)
      .where(asked)
    return { ...found, role, request: request ?? null, identifiers: await identifiersOf(db, id) }
  })
}
export type ManagedOrganisation = NonNullable<Awaited<ReturnType<typeof findManaged>>>

export async function ownersOf(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: sql<string>`${memberships.personId}` })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.state, 'active'),
        inArray(memberships.role, ['owner', 'manager']),
      ),
    )
  return rows.map(({ personId }) => personId)
}
