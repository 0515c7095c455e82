import { boolean, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ofActivity } from './activities'
import { occurrences } from './occurrences'
import { people } from './people'
import { registrations } from './registrations'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What those who organise tell everyone who comes: to one date, or without a date to all of them. */
export const dateAnnouncements = pgTable(
  'date_announcements',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    occurrenceId: uuid(),
    byId: uuid(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    foreignKey({
      columns: [table.tenantId, table.activityId, table.occurrenceId],
      foreignColumns: [occurrences.tenantId, occurrences.activityId, occurrences.id],
    }),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    index('date_announcements_of').on(table.tenantId, table.activityId, table.at),
  ],
)

/** What somebody chose to show on one date: their first name to the others who come, a telephone to those who organise. */
export const registrationShares = pgTable(
  'registration_shares',
  {
    ...tenantColumns,
    registrationId: uuid().notNull(),
    showsName: boolean().notNull().default(false),
    /** Erased seven days after the date. */
    phoneSealed: text(),
    changedAt: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    unique('registration_shares_once').on(table.tenantId, table.registrationId),
    foreignKey({
      columns: [table.tenantId, table.registrationId],
      foreignColumns: [registrations.tenantId, registrations.id],
    }).onDelete('cascade'),
  ],
)
