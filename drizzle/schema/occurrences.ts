import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { dateStates } from '../../lib/agir/dates/rules'
import { ofActivity } from './activities'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** A time as the clock on the wall shows it, `2026-11-28 18:00:00`; with a zone it is an instant. */
const civil = () => timestamp({ mode: 'string' })

/** When an activity takes place: once, or by a rule (RFC 5545) that is expanded up to a horizon. */
export const schedules = pgTable(
  'schedules',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    zone: text().notNull(),
    startsLocal: civil().notNull(),
    endsLocal: civil().notNull(),
    /** `FREQ=WEEKLY;BYDAY=TU`, never without an end. Null for a single date. */
    rule: text(),
    exceptions: civil().array().notNull().default([]),
    additions: civil().array().notNull().default([]),
    /** Up to where its dates have been written down. */
    expandedUntil: instant(),
    /** The schedule whose later dates were changed together, and became this one. */
    splitFromId: uuid(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    foreignKey({ columns: [table.tenantId, table.splitFromId], foreignColumns: [table.tenantId, table.id] }),
    index('schedules_of').on(table.tenantId, table.activityId),
    index('schedules_to_expand').on(table.tenantId, table.expandedUntil),
    check('schedules_end_after_start', sql`ends_local > starts_local`),
  ],
)

/** One date of an activity. `originalLocal` is what the rule gave and never changes; the rest is what is true now. */
export const occurrences = pgTable(
  'occurrences',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    scheduleId: uuid().notNull(),
    originalLocal: civil().notNull(),
    zone: text().notNull(),
    startsLocal: civil().notNull(),
    endsLocal: civil().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** The edition of the time-zone tables the instants were worked out with. */
    zoneEdition: text().notNull(),
    state: text({ enum: dateStates }).notNull().default('scheduled'),
    reason: text(),
    stateChangedAt: instant(),
    /** When a cancellation could no longer be undone, and those registered were told. */
    settledAt: instant(),
    /** How often calendars had to be told anew. */
    sequence: integer().notNull().default(0),
    changedAt: instant().notNull(),
    /** Another place than the activity's, for this date only. */
    placeLabel: text(),
    address: text(),
    districtCode: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    onlineUrl: text(),
    /** Of its length, what is no work: those who help are credited without it. */
    breakMinutes: smallint().notNull().default(0),
    /** What there is to do was said for this date alone: it follows the activity's no more. */
    hasOwnRoles: boolean().notNull().default(false),
    /** Made by hand: the rule does not touch it any more. */
    isOverridden: boolean().notNull().default(false),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    foreignKey({
      columns: [table.tenantId, table.scheduleId],
      foreignColumns: [schedules.tenantId, schedules.id],
    }),
    unique('occurrences_once').on(table.tenantId, table.scheduleId, table.originalLocal),
    unique('occurrences_of_activity').on(table.tenantId, table.activityId, table.id),
    index('occurrences_by_time').on(table.tenantId, table.startsAt, table.id),
    index('occurrences_of').on(table.tenantId, table.activityId, table.startsAt),
    check('occurrences_end_after_start', sql`ends_at > starts_at`),
    check(
      'occurrences_cancelled_for_a_reason',
      sql`state not in ('cancelled', 'postponed') or reason is not null`,
    ),
    check('occurrences_joined_on_the_web', sql`online_url ~ '^https?://'`),
  ],
)

/** What one can register for on a date: most dates have one position, some several. Seats are counted here, under its lock. */
export const positions = pgTable(
  'positions',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    occurrenceId: uuid().notNull(),
    /** Null where there is only one. */
    label: text(),
    rank: smallint().notNull().default(0),
    skills: text().array().notNull().default([]),
    /** Null without limit. */
    capacity: integer(),
    needed: integer().notNull().default(0),
    seatsTaken: integer().notNull().default(0),
    waitingCount: integer().notNull().default(0),
    newcomerSeats: smallint().notNull().default(0),
    hasWaitlist: boolean().notNull().default(true),
    minAge: smallint(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({
      columns: [table.tenantId, table.activityId, table.occurrenceId],
      foreignColumns: [occurrences.tenantId, occurrences.activityId, occurrences.id],
    }),
    unique('positions_of_occurrence').on(table.tenantId, table.occurrenceId, table.id),
    index('positions_of').on(table.tenantId, table.occurrenceId, table.rank),
    check('positions_seats', sql`seats_taken >= 0 and waiting_count >= 0 and capacity > 0`),
  ],
)
