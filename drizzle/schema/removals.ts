import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { removalGrounds, removers } from '../../lib/ideas/removals/rules'
import { by } from './examination'
import { ofIdea } from './ideas'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** A text is taken away for good, on a legal ground: asked by who administers or by who looks after data, decided by the other. */
export const removals = pgTable(
  'removals',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    ground: text({ enum: removalGrounds }).notNull(),
    /** The order or the article, for everyone to read in its place. */
    legal: text().notNull(),
    /** Why, for the second person and for whoever wrote it. */
    reason: text().notNull(),
    askedById: uuid().notNull(),
    askedAs: text({ enum: removers }).notNull(),
    askedAt: instant().notNull(),
    confirmedById: uuid(),
    confirmedAt: instant(),
    declinedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.askedById),
    by(table, table.confirmedById),
    check('removals_two_people', sql`confirmed_by_id <> asked_by_id`),
    check('removals_one_end', sql`confirmed_at is null or declined_at is null`),
    check('removals_say_why', sql`length(reason) >= 30 and length(legal) >= 5`),
    index('removals_of').on(table.tenantId, table.ideaId),
  ],
)
