import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { markedStates } from '../../lib/agir/attendance/rules'
import { hourKinds, hourWriters } from '../../lib/agir/hours/rules'
import { ofActivity } from './activities'
import { occurrences } from './occurrences'
import { organisations } from './organisations'
import { people } from './people'
import { registrations } from './registrations'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

type Column = Parameters<typeof foreignKey>[0]['columns'][0]

export const ofRegistration = (table: { tenantId: Column; registrationId: Column }) =>
  foreignKey({
    columns: [table.tenantId, table.registrationId],
    foreignColumns: [registrations.tenantId, registrations.id],
  })

/** Each time somebody said at the door who is there. What a phone sends twice, or late, is known by its request. */
export const attendanceMarks = pgTable(
  'attendance_marks',
  {
    ...tenantColumns,
    registrationId: uuid().notNull(),
    state: text({ enum: markedStates }).notNull(),
    byId: uuid(),
    requestId: uuid().notNull(),
    /** When it was tapped; the network may have been away since. */
    tappedAt: instant().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    ofRegistration(table),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    unique('attendance_marks_asked_once').on(table.tenantId, table.requestId),
    index('attendance_marks_of').on(table.tenantId, table.registrationId, table.tappedAt),
  ],
)

/** The hours somebody gave on one date, line after line: the last of a registration's lines is what is true. Never rewritten. */
export const hourEntries = pgTable(
  'hour_entries',
  {
    ...tenantColumns,
    personId: uuid(),
    registrationId: uuid().notNull(),
    activityId: uuid().notNull(),
    occurrenceId: uuid().notNull(),
    organisationId: uuid(),
    /** The how-manieth line of this registration. */
    nth: smallint().notNull(),
    kind: text({ enum: hourKinds }).notNull(),
    minutes: integer().notNull(),
    servedOn: date({ mode: 'string' }).notNull(),
    byRole: text({ enum: hourWriters }).notNull(),
    byId: uuid(),
    at: instant().notNull(),
    reason: text(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    ofRegistration(table),
    foreignKey({
      columns: [table.tenantId, table.activityId, table.occurrenceId],
      foreignColumns: [occurrences.tenantId, occurrences.activityId, occurrences.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    unique('hour_entries_in_order').on(table.tenantId, table.registrationId, table.nth),
    index('hour_entries_of_person').on(table.tenantId, table.personId, table.servedOn),
    index('hour_entries_of_date').on(table.tenantId, table.occurrenceId),
    check('hour_entries_minutes', sql`minutes between 0 and 1440`),
  ],
)
