import { boolean, index, integer, jsonb, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { announcementKinds, type Said } from '../../lib/tenancy/announcements/rules'
import { registry } from './registry'

const instant = () => timestamp({ withTimezone: true })

/** Who looks after the cities. No person of any city, and no city's sign-in leads here. */
export const operatorAccounts = registry.table('operator_accounts', {
  id: uuid().primaryKey().defaultRandom(),
  email: text().notNull().unique(),
  /** scrypt: `<salt>.<hash>`, each in base64url. */
  password: text().notNull(),
  /** The secret of the one-time codes, sealed under a key that is not in the database. */
  totpSealed: text().notNull(),
  /** The last step a code was taken for: none serves twice. */
  totpStep: integer().notNull().default(0),
  /** Hashes of what opens once when the telephone is lost. */
  recovery: jsonb().$type<string[]>().notNull(),
  createdAt: instant().notNull(),
})

export const operatorSessions = registry.table(
  'operator_sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => operatorAccounts.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique(),
    startedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** Whether the code was given after the password: before, it opens nothing. */
    isWhole: boolean().notNull().default(false),
  },
  (table) => [index('operator_sessions_of').on(table.accountId)],
)

export const operatorAttempts = registry.table(
  'operator_attempts',
  { key: text().notNull(), windowStart: instant().notNull(), used: integer().notNull() },
  (table) => [primaryKey({ columns: [table.key, table.windowStart] })],
)

/** What was done to a city from here, by whom. Only ever added to. */
export const operatorActs = registry.table(
  'operator_acts',
  {
    id: uuid().primaryKey().defaultRandom(),
    cityId: text(),
    byEmail: text().notNull(),
    action: text().notNull(),
    detail: jsonb().$type<Record<string, string>>().notNull().default({}),
    at: instant().notNull(),
  },
  (table) => [index('operator_acts_of').on(table.cityId, table.at)],
)

/** A city being made, step by step: what was answered so far. It can be left and taken up again. */
export const cityDrafts = registry.table('city_drafts', {
  id: uuid().primaryKey().defaultRandom(),
  answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  /** The city it became. */
  cityId: text(),
  startedBy: text().notNull(),
  startedAt: instant().notNull(),
  changedAt: instant().notNull(),
})

/** What the operator has to say to cities, and through them to whoever visits. Withdrawn, it is kept. */
export const announcements = registry.table(
  'announcements',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text({ enum: announcementKinds }).notNull(),
    texts: jsonb().$type<Said>().notNull(),
    /** Those it is for; null for all of them. */
    cities: jsonb().$type<string[]>(),
    /** Whether it is on the public pages as well. */
    isPublic: boolean().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant().notNull(),
    byEmail: text().notNull(),
    createdAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (table) => [index('announcements_until').on(table.untilAt)],
)
