import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  identifierSchemes,
  memberRoles,
  membershipStates,
  type OrganisationWords,
  organisationKinds,
  organisationStates,
  proofMethods,
  proofStates,
} from '../../lib/agir/organisations/rules'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** Those who act together: associations, collectives without legal existence, neighbours, services of the city. */
export const organisations = pgTable(
  'organisations',
  {
    ...tenantColumns,
    slug: text(),
    kind: text({ enum: organisationKinds }).notNull(),
    name: text().notNull(),
    /** What the name looks like (`skeleton`): two that would be confused have the same. */
    nameKey: text().notNull(),
    locale: text().notNull(),
    summary: text().notNull().default(''),
    story: text().notNull().default(''),
    themeIds: text().array().notNull().default([]),
    districtCode: text(),
    address: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    website: text(),
    /** Where anybody may write to it: its own choice, shown to everyone. */
    publicEmail: text(),
    /** Name of the re-encoded file under the city's media folder. */
    logo: text(),
    logoAlt: text(),
    state: text({ enum: organisationStates }).notNull().default('draft'),
    trust: smallint().notNull().default(0),
    /** Until when what was proven holds; then it is checked anew. */
    provenUntil: instant(),
    createdById: uuid(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    submittedAt: instant(),
    activeAt: instant(),
    suspendedAt: instant(),
    closedAt: instant(),
    moderationDueAt: instant(),
    treatedById: uuid(),
    treatedAt: instant(),
    /** The words it wishes for while those that were read stay in view. */
    wish: jsonb().$type<OrganisationWords>(),
    refusalCode: text(),
    refusalText: text(),
    /** The system it was imported from and its id there: a second import finds it again. */
    origin: text(),
    originId: text(),
  },
  (table) => [
    ...tenantWall(table),
    unique('organisations_one_per_slug').on(table.tenantId, table.slug),
    unique('organisations_one_per_origin').on(table.tenantId, table.origin, table.originId),
    foreignKey({
      columns: [table.tenantId, table.createdById],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.treatedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    index('organisations_listed').on(table.tenantId, table.state, table.name),
    index('organisations_by_name').on(table.tenantId, table.nameKey),
    check('organisations_trust', sql`trust between 0 and 3`),
    check('organisations_on_the_web', sql`website ~ '^https?://'`),
    check(
      'organisations_public_have_an_address',
      sql`state in ('draft', 'submitted', 'rejected') or slug is not null`,
    ),
    index('organisations_of_logo').on(table.tenantId, table.logo),
    index('organisations_of_creator').on(table.tenantId, table.createdById),
  ],
)

/** A number in a register. While it is held, no other organisation of the city has it. */
export const organisationIdentifiers = pgTable(
  'organisation_identifiers',
  {
    ...tenantColumns,
    organisationId: uuid().notNull(),
    scheme: text({ enum: identifierSchemes }).notNull(),
    /** Without spaces, in capitals. */
    value: text().notNull(),
    addedAt: instant().notNull(),
    releasedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofOrganisation(table),
    uniqueIndex('organisation_identifiers_held_once')
      .on(table.tenantId, table.scheme, table.value)
      .where(sql`released_at is null`),
    index('organisation_identifiers_of').on(table.tenantId, table.organisationId),
  ],
)

/** One attempt to show that whoever speaks for an organisation may. */
export const organisationProofs = pgTable(
  'organisation_proofs',
  {
    ...tenantColumns,
    organisationId: uuid().notNull(),
    method: text({ enum: proofMethods }).notNull(),
    state: text({ enum: proofStates }).notNull().default('asked'),
    /** SHA-256 of the code to be given back, where there is one. */
    codeHash: text(),
    tries: smallint().notNull().default(0),
    /** What was looked at: a domain, a register's answer, the name of a document. */
    evidence: jsonb().$type<Record<string, string>>().notNull().default({}),
    askedById: uuid(),
    askedAt: instant().notNull(),
    decidedById: uuid(),
    decidedAt: instant(),
    expiresAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofOrganisation(table),
    foreignKey({ columns: [table.tenantId, table.askedById], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.decidedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    index('organisation_proofs_of').on(table.tenantId, table.organisationId, table.askedAt),
    check('organisation_proofs_decided', sql`(state = 'asked') = (decided_at is null)`),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    ...tenantColumns,
    organisationId: uuid().notNull(),
    /** Null until whoever was invited by e-mail has come in. */
    personId: uuid(),
    email: text(),
    tokenHash: text(),
    role: text({ enum: memberRoles }).notNull().default('member'),
    state: text({ enum: membershipStates }).notNull(),
    invitedById: uuid(),
    at: instant().notNull(),
    joinedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofOrganisation(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.invitedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    unique('memberships_token').on(table.tenantId, table.tokenHash),
    uniqueIndex('memberships_one_each')
      .on(table.tenantId, table.organisationId, table.personId)
      .where(sql`state in ('invited', 'requested', 'active')`),
    index('memberships_of_person').on(table.tenantId, table.personId),
    check('memberships_of_someone', sql`person_id is not null or state <> 'active'`),
  ],
)

export function ofOrganisation(table: {
  tenantId: Parameters<typeof foreignKey>[0]['columns'][0]
  organisationId: Parameters<typeof foreignKey>[0]['columns'][0]
}) {
  return foreignKey({
    columns: [table.tenantId, table.organisationId],
    foreignColumns: [organisations.tenantId, organisations.id],
  })
}
