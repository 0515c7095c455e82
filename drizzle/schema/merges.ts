import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { mergeStates } from '../../lib/ideas/merges/rules'
import { ideas } from './ideas'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** One idea proposed to join another: who asked, what both carriers answered, and what came of it. */
export const merges = pgTable(
  'merges',
  {
    ...tenantColumns,
    sourceId: uuid().notNull(),
    targetId: uuid().notNull(),
    state: text({ enum: mergeStates }).notNull().default('proposed'),
    reason: text().notNull(),
    proposedById: uuid().notNull(),
    proposedAt: instant().notNull(),
    /** From then on silence no longer holds it up. */
    silentFrom: instant().notNull(),
    sourceYesAt: instant(),
    targetYesAt: instant(),
    /** The second person, when a carrier stayed silent. */
    confirmedById: uuid(),
    mergedAt: instant(),
    /** Until when supporters may carry their voice over, and until when it can be undone. */
    answersUntil: instant(),
    undoUntil: instant(),
    endedAt: instant(),
    endedById: uuid(),
    endReason: text(),
  },
  (table) => [
    ...tenantWall(table),
    between(table.tenantId, table.sourceId),
    between(table.tenantId, table.targetId),
    ...[table.proposedById, table.confirmedById, table.endedById].map((column) =>
      foreignKey({ columns: [table.tenantId, column], foreignColumns: [people.tenantId, people.id] }),
    ),
    uniqueIndex('merges_one_at_a_time')
      .on(table.tenantId, table.sourceId)
      .where(sql`state in ('proposed', 'merged')`),
    index('merges_into').on(table.tenantId, table.targetId),
    index('merges_by_state').on(table.tenantId, table.state, table.proposedAt),
    check('merges_two_ideas', sql`source_id <> target_id`),
    check('merges_four_eyes', sql`confirmed_by_id <> proposed_by_id`),
    check('merges_with_reason', sql`reason <> ''`),
    check(
      'merges_by_consent',
      sql`state not in ('merged', 'undone') or confirmed_by_id is not null or (source_yes_at is not null and target_yes_at is not null)`,
    ),
  ],
)

function between(tenant: AnyPgColumn, idea: AnyPgColumn) {
  return foreignKey({ columns: [tenant, idea], foreignColumns: [ideas.tenantId, ideas.id] })
}
