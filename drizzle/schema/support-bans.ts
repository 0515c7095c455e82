import { sql } from 'drizzle-orm'
import { check, customType, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { banOutcomes } from '../../lib/people/bans/rules'
import { by } from './examination'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * Somebody's voices are set aside for fraud: said with its reason by one person of the city, agreed to by another, and read
 * again by a third when they disagree.
 */
export const supportBans = pgTable(
  'support_bans',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    reason: text().notNull(),
    askedById: uuid().notNull(),
    askedAt: instant().notNull(),
    confirmedById: uuid(),
    confirmedAt: instant(),
    declinedAt: instant(),
    /** Which texts their voices were taken from, sealed under a key that is not in the database: nothing else says it. */
    voicesSealed: bytea(),
    appeal: text(),
    appealedAt: instant(),
    reviewerId: uuid(),
    outcome: text({ enum: banOutcomes }),
    reply: text(),
    decidedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    by(table, table.personId),
    by(table, table.askedById),
    by(table, table.confirmedById),
    by(table, table.reviewerId),
    check('support_bans_by_two', sql`confirmed_by_id <> asked_by_id`),
    check('support_bans_read_by_another', sql`reviewer_id <> asked_by_id and reviewer_id <> confirmed_by_id`),
    check('support_bans_say_why', sql`length(reason) >= 30 or outcome = 'lifted' or declined_at is not null`),
    check('support_bans_answered', sql`(outcome is null) = (decided_at is null)`),
    index('support_bans_of').on(table.tenantId, table.personId, table.askedAt),
  ],
)
