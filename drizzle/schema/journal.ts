import { sql } from 'drizzle-orm'
import { customType, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { actors } from '../../lib/journal/rules'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })

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
    byRole: text({ enum: actors }).notNull(),
    visibility: text({ enum: ['public', 'internal'] }).notNull(),
    detail: jsonb().notNull().default({}),
    /** The transaction that wrote it: what an idea becomes is explained in the same one (drizzle/functions/states.sql). */
    writtenIn: transactionId()
      .notNull()
      .default(sql`pg_current_xact_id()`),
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
