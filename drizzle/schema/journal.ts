import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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

/** Letters that leave once: one row for each (event, person). The address is read when it leaves. */
export const letters = pgTable(
  'letters',
  {
    ...tenantColumns,
    /** `<event or link id>:<person id or address hash>`; what makes a letter leave once. */
    key: text().notNull(),
    kind: text().notNull(),
    personId: uuid(),
    /** Only for letters to someone who is not a person yet (sign-in links); emptied once sent. */
    address: text(),
    locale: text().notNull(),
    detail: jsonb().notNull().default({}),
    state: text({ enum: ['waiting', 'sent', 'failed', 'dropped'] })
      .notNull()
      .default('waiting'),
    queuedAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    lastError: text(),
  },
  (table) => [...tenantWall(table), unique('letters_leave_once').on(table.tenantId, table.key)],
)
