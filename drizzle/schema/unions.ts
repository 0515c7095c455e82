import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { unionWays } from '../../lib/people/unions/rules'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/**
 * Two accounts of one person becoming one. By the person: begun as one account, ended as the other, with a token that only
 * the browser which began it holds. By the city: asked for with a reason by one, confirmed by another.
 */
export const accountUnions = pgTable(
  'account_unions',
  {
    ...tenantColumns,
    way: text({ enum: unionWays }).notNull(),
    keptPersonId: uuid().notNull(),
    /** Not known before the person has come back as the other one. */
    absorbedPersonId: uuid(),
    tokenHash: text(),
    reason: text(),
    askedById: uuid().notNull(),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    decidedById: uuid(),
    declinedAt: instant(),
    doneAt: instant(),
    /** How many voices came along, and how many were there twice: numbers, never which. */
    movedCount: integer(),
    doubledCount: integer(),
  },
  (table) => [
    ...tenantWall(table),
    unique('account_unions_token').on(table.tenantId, table.tokenHash),
    foreignKey({
      columns: [table.tenantId, table.keptPersonId],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.absorbedPersonId],
      foreignColumns: [people.tenantId, people.id],
    }),
    check('account_unions_of_two', sql`kept_person_id <> absorbed_person_id`),
    check(
      'account_unions_say_why',
      sql`way = 'own' or (reason is not null and absorbed_person_id is not null)`,
    ),
    check(
      'account_unions_by_two',
      sql`way = 'own' or (decided_by_id is distinct from asked_by_id and (decided_by_id is not null or coalesce(done_at, declined_at) is null))`,
    ),
    check('account_unions_whole', sql`done_at is null or absorbed_person_id is not null`),
    index('account_unions_lately').on(table.tenantId, table.askedAt),
  ],
)
