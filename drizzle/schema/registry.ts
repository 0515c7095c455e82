import { sql } from 'drizzle-orm'
import { integer, jsonb, pgSchema, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Quotas } from '../../lib/tenancy/means/rules'
import { cityStatuses } from '../../lib/tenancy/states/rules'

/** The one thing read before a city is known: which cities there are and which hosts are theirs. Nothing else. */
export const registry = pgSchema('registry')

export const cities = registry.table('cities', {
  id: text().primaryKey(),
  status: text({ enum: cityStatuses }).notNull().default('active'),
  publishedVersion: integer().notNull(),
  sessionEpoch: integer().notNull().default(1),
  /** Why it is in this state, said to everyone who comes; and, while it is closing, until when it may still be read. */
  statusReason: text(),
  closesAt: timestamp({ withTimezone: true }),
  /** Settings the city may not switch on for now, as `modules.agir`. */
  withheld: jsonb().$type<string[]>().notNull().default([]),
  /** What it is expected to use. Passing it is told, and stops nobody. */
  quotas: jsonb().$type<Quotas>().notNull().default({}),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

export const hosts = registry.table(
  'hosts',
  {
    host: text().primaryKey(),
    cityId: text()
      .notNull()
      .references(() => cities.id),
    surface: text({ enum: ['shared', 'decider', 'agir'] }).notNull(),
    role: text({ enum: ['canonical', 'alias'] }).notNull(),
    /** A failing host is still served. A detached one is not, and stays its city's for a while. */
    status: text({ enum: ['active', 'failing', 'detached'] })
      .notNull()
      .default('active'),
    detachedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex('hosts_one_canonical')
      .on(table.cityId, table.surface)
      .where(sql`role = 'canonical'`),
  ],
)
