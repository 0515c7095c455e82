import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { assurances, residences } from '../../tenants/rules'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

export const people = pgTable(
  'people',
  {
    ...tenantColumns,
    /** Shown beside what the person publishes; null once the account is deleted. */
    name: text(),
    email: text(),
    locale: text(),
    assurance: text({ enum: assurances }).notNull().default('A1'),
    birthYear: smallint(),
    residence: text({ enum: residences }),
    districtCode: text(),
    wantsMail: boolean().notNull().default(true),
    /** When they asked to be suggested things to do; null when they did not. */
    suggestedSince: instant(),
    joinedAt: instant().notNull().defaultNow(),
    /** The last sign-in: who does not come back for two years is forgotten. */
    seenAt: instant(),
    /** Since when nothing they give is counted, for fraud; null for everybody else. */
    supportsBarredAt: instant(),
    deletedAt: instant(),
    /** Whose account this one became part of: what cannot be rewritten is read as theirs. */
    unitedIntoPersonId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    index('people_united')
      .on(table.tenantId, table.unitedIntoPersonId)
      .where(sql`united_into_person_id is not null`),
  ],
)

/** Who a person is to a sign-in provider: HMAC of (issuer, subject), unique in the city. E-mail is never a key to another account. */
export const personKeys = pgTable(
  'person_keys',
  {
    tenantId,
    key: text().notNull(),
    kind: text({ enum: ['oidc', 'email'] }).notNull(),
    /** Which provider vouches for them, so that a city knows by which ways its own people still come in. */
    issuer: text(),
    personId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.key] }),
    tenantPolicy(),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('person_keys_of').on(table.tenantId, table.personId),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    startedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('sessions_of').on(table.tenantId, table.personId),
  ],
)

/** A link asked for by e-mail: only the hash of its token is kept, and it opens once. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    ...tenantColumns,
    tokenHash: text().notNull(),
    email: text().notNull(),
    next: text().notNull(),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [...tenantWall(table), unique('sign_in_links_token').on(table.tenantId, table.tokenHash)],
)

/** Fixed windows, made unlogged by drizzle/walls.sql: losing them in a crash only starts the windows again. */
export const rateLimits = pgTable(
  'rate_limits',
  { tenantId, key: text().notNull(), windowStart: instant().notNull(), used: integer().notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.key, table.windowStart] }), tenantPolicy()],
)
