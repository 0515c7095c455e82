import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** Letters that leave once. The address is read when one leaves; what it says is read from what it tells of. */
export const letters = pgTable(
  'letters',
  {
    ...tenantColumns,
    /** Named after what it tells and whom: what makes a letter leave once. */
    key: text().notNull(),
    kind: text().notNull(),
    personId: uuid(),
    /** Only for letters to someone who is not a person here (sign-in links, reports); emptied once sent. */
    address: text(),
    locale: text().notNull(),
    detail: jsonb().notNull().default({}),
    state: text({ enum: ['waiting', 'sent', 'failed', 'dropped'] })
      .notNull()
      .default('waiting'),
    /** What someone waits for goes first: 0 what they asked for, 1 what just happened, 2 what gathers a day or a week. */
    priority: smallint().notNull().default(1),
    queuedAt: instant().notNull().defaultNow(),
    /** When to try next, and until when a worker holds it. */
    dueAt: instant().notNull().defaultNow(),
    takenUntil: instant(),
    attempts: integer().notNull().default(0),
    sentAt: instant(),
    endedAt: instant(),
    lastError: text(),
  },
  (table) => [
    ...tenantWall(table),
    unique('letters_leave_once').on(table.tenantId, table.key),
    index('letters_waiting')
      .on(table.tenantId, table.priority, table.dueAt)
      .where(sql`state = 'waiting'`),
    index('letters_failed')
      .on(table.tenantId, table.endedAt)
      .where(sql`state = 'failed'`),
    index('letters_of').on(table.tenantId, table.personId),
  ],
)

/** Mailboxes that take no letter any more: the hash of an address, and what was answered in its name. */
export const refusedMailboxes = pgTable(
  'refused_mailboxes',
  {
    tenantId,
    mailboxKey: text().notNull(),
    /** Enough of the address to know it again when its owner calls. */
    masked: text().notNull().default('—'),
    reason: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.mailboxKey] }), tenantPolicy()],
)
