import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, smallint, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { ofActivity } from './activities'
import { schedules } from './occurrences'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** Somebody comes every time of a series: each date, as it is written down, takes them in (drizzle/functions/standing.sql). */
export const standingRegistrations = pgTable(
  'standing_registrations',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    scheduleId: uuid().notNull(),
    personId: uuid(),
    partySize: smallint().notNull().default(1),
    fromOn: date({ mode: 'string' }).notNull(),
    untilOn: date({ mode: 'string' }),
    /** Days between which they do not come. */
    awayFrom: date({ mode: 'string' }),
    awayUntil: date({ mode: 'string' }),
    at: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    foreignKey({
      columns: [table.tenantId, table.scheduleId],
      foreignColumns: [schedules.tenantId, schedules.id],
    }),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    uniqueIndex('standing_registrations_one_each')
      .on(table.tenantId, table.scheduleId, table.personId)
      .where(sql`ended_at is null`),
    index('standing_registrations_of').on(table.tenantId, table.personId),
    check('standing_registrations_party', sql`party_size between 1 and 30`),
    check(
      'standing_registrations_away',
      sql`(away_from is null) = (away_until is null) and away_from <= away_until`,
    ),
  ],
)
