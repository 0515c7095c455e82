import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ofActivity } from './activities'
import { ofRegistration } from './attendance'
import { occurrences } from './occurrences'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What somebody who came says of a date, to whoever organises it and to nobody else. It stays, without a name, when they go. */
export const feedback = pgTable(
  'feedback',
  {
    ...tenantColumns,
    personId: uuid(),
    registrationId: uuid().notNull(),
    activityId: uuid().notNull(),
    occurrenceId: uuid().notNull(),
    rating: smallint(),
    text: text().notNull().default(''),
    at: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    ofRegistration(table),
    foreignKey({
      columns: [table.tenantId, table.activityId, table.occurrenceId],
      foreignColumns: [occurrences.tenantId, occurrences.activityId, occurrences.id],
    }),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    unique('feedback_one_each').on(table.tenantId, table.registrationId),
    index('feedback_on').on(table.tenantId, table.occurrenceId),
    check('feedback_rating', sql`rating between 1 and 5`),
    check('feedback_says_something', sql`rating is not null or text <> ''`),
  ],
)
