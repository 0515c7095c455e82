import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { boolean, index } from 'drizzle-orm/pg-core'
import { assurances } from '../../tenants/rules'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** Each time somebody of the city tried a sign-in provider out: what came back, without anything it said of them. */
export const signInTrials = pgTable(
  'sign_in_trials',
  {
    ...tenantColumns,
    providerId: text().notNull(),
    /** Of the provider's settings as they were tried: changed since, it has to be tried again. */
    digest: text().notNull(),
    personId: uuid().notNull(),
    at: instant().notNull(),
    outcome: text().notNull(),
    /** The names of what was said, never what was said. */
    claims: jsonb().$type<string[]>().notNull().default([]),
    assurance: text({ enum: assurances }),
    /** Whoever came back this way is one of those who run the city. */
    opensAdmin: boolean().notNull().default(false),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('sign_in_trials_of').on(table.tenantId, table.providerId, table.at),
  ],
)

export const hostStates = ['pending', 'verified', 'active', 'failing', 'detached'] as const

/** The host names a city says are its own, and how that was proven. What is served is in the registry. */
export const hostClaims = pgTable(
  'host_claims',
  {
    tenantId,
    host: text().notNull(),
    surface: text({ enum: ['shared', 'decider', 'agir'] }).notNull(),
    /** To be found in the DNS: only whoever holds the name can put it there. */
    token: text().notNull(),
    status: text({ enum: hostStates }).notNull().default('pending'),
    addedBy: text().notNull(),
    addedAt: instant().notNull(),
    verifiedAt: instant(),
    checkedAt: instant(),
    failingSince: instant(),
    problem: text(),
    /** A host that was the main one leads to the new one at least until then. */
    aliasUntil: instant(),
    detachedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.host] }), tenantPolicy()],
)

/** How the city's own mail server fares, what the DNS says of it, and the last test letter's fate. */
export const mailHealth = pgTable(
  'mail_health',
  {
    tenantId,
    failingSince: instant(),
    lastError: text(),
    domain: text(),
    spf: text(),
    dkim: text(),
    dmarc: text(),
    checkedAt: instant(),
    triedAt: instant(),
    triedWith: text(),
    trialAnswer: text(),
    trialArrived: boolean(),
  },
  (table) => [primaryKey({ columns: [table.tenantId] }), tenantPolicy()],
)
