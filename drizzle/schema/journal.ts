import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What happened, by whom, when. Rows are only ever added; the public timeline of an idea is read from here. */
export const journal = pgTable(
  'journal',
  {
    ...tenantColumns,
    aboutId: uuid().notNull(),
    kind: text().notNull(),
    epoch: integer().notNull().default(1),
    at: instant().notNull(),
    byId: uuid(),
    byRole: text({ enum: ['author', 'moderator', 'city', 'system'] }).notNull(),
    visibility: text({ enum: ['public', 'internal'] }).notNull(),
    detail: jsonb().notNull().default({}),
  },
  (table) => [
    ...tenantWall(table),
    uniqueIndex('journal_one_crossing')
      .on(table.tenantId, table.aboutId, table.epoch)
      .where(sql`kind = 'threshold_reached'`),
    index('journal_about').on(table.tenantId, table.aboutId, table.at),
    index('journal_by_kind').on(table.tenantId, table.kind, table.at),
  ],
)
