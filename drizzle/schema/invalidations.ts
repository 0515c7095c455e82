import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { by } from './examination'
import { ofIdea } from './ideas'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** A decision to take voices out of a count, by a condition and never by name: one person proposes, another confirms. */
export const invalidations = pgTable(
  'invalidations',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    fromDay: date({ mode: 'string' }).notNull(),
    toDay: date({ mode: 'string' }).notNull(),
    onlyFresh: boolean().notNull(),
    onlyHeld: boolean().notNull(),
    reason: text().notNull(),
    foundCount: integer().notNull(),
    proposedById: uuid().notNull(),
    proposedAt: instant().notNull(),
    confirmedById: uuid(),
    confirmedAt: instant(),
    takenCount: integer(),
    reversedById: uuid(),
    reversedAt: instant(),
    reversedReason: text(),
    restoredCount: integer(),
    heldAgainCount: integer(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.proposedById),
    by(table, table.confirmedById),
    by(table, table.reversedById),
    index('invalidations_of').on(table.tenantId, table.ideaId),
    check('invalidations_two_people', sql`confirmed_by_id <> proposed_by_id`),
    check('invalidations_days_in_order', sql`from_day <= to_day`),
    check('invalidations_with_reason', sql`length(reason) >= 30`),
  ],
)
