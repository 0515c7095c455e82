import { sql } from 'drizzle-orm'
import { check, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { dutyKinds } from '../../lib/engagements/rules'
import { by } from './examination'
import { ofIdea } from './ideas'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What the city owes for an idea, and by when: from the rules frozen on it, the day its right is certified. */
export const obligations = pgTable(
  'obligations',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    kind: text({ enum: dutyKinds }).notNull(),
    /** How many times it has been owed: news is owed again and again, an opinion again once reopened. */
    turn: smallint().notNull().default(1),
    /** Who owes it. Copied here so that what is owed can be counted without looking at the ideas. */
    departmentId: text(),
    districtCode: text(),
    secondDistrictCode: text(),
    owedSince: instant().notNull(),
    /** Exclusive, as every deadline: it is late from then on. */
    dueAt: instant().notNull(),
    metAt: instant(),
    waivedAt: instant(),
    waivedById: uuid(),
    waivedReason: text(),
    /** When the people above were told that it is late: once. */
    escalatedAt: instant(),
    /** When everyone who waits for it was last told that it still is. */
    repeatedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.waivedById),
    unique('obligations_once_a_turn').on(table.tenantId, table.ideaId, table.kind, table.turn),
    index('obligations_owed')
      .on(table.tenantId, table.dueAt, table.id)
      .where(sql`met_at is null and waived_at is null`),
    index('obligations_met').on(table.tenantId, table.metAt),
    check('obligations_one_end', sql`met_at is null or waived_at is null`),
    check(
      'obligations_waived_with_reason',
      sql`(waived_at is null) = (waived_reason is null) and coalesce(length(waived_reason) >= 30, true)`,
    ),
  ],
)
