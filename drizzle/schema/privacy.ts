import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { loggedSubjects } from '../../lib/people/exports/rules'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** Each time what is past its time was forgotten: what kind of thing, and how many. */
export const retentionRuns = pgTable(
  'retention_runs',
  { ...tenantColumns, row: text().notNull(), at: instant().notNull(), done: integer().notNull() },
  (table) => [...tenantWall(table), index('retention_runs_last').on(table.tenantId, table.row, table.at)],
)

/**
 * Files of personal data that were asked for: by whom, why, of which fields, and what the file was. The file itself is made
 * as it is fetched, once, and kept nowhere.
 */
export const dataExports = pgTable(
  'data_exports',
  {
    ...tenantColumns,
    askedById: uuid().notNull(),
    subject: text({ enum: loggedSubjects }).notNull(),
    fields: text().array().notNull(),
    reason: text().notNull(),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    fetchedAt: instant(),
    rowCount: integer(),
    digest: text(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.askedById], foreignColumns: [people.tenantId, people.id] }),
    check('data_exports_say_why', sql`reason <> ''`),
    index('data_exports_by_date').on(table.tenantId, table.askedAt),
  ],
)
