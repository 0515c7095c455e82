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
import { answerStates } from '../../lib/agir/calls/rules'
import { dayParts } from '../../lib/agir/volunteers/rules'
import { organisations } from './organisations'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** Who offers the city their help, and what of it. Read by the city's team and by matching, by nobody else. */
export const volunteers = pgTable(
  'volunteers',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    districtCode: text().notNull(),
    /** Null: anywhere in the city. */
    radiusKm: smallint(),
    birthYear: smallint().notNull(),
    skills: text().array().notNull().default([]),
    /** `6_morning`: Saturday morning. */
    availability: text().array().notNull().default([]),
    languages: text().array().notNull().default([]),
    wontDo: text(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    /** Since when they are not asked any more, by their own wish. */
    stoppedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    unique('volunteers_once').on(table.tenantId, table.personId),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('volunteers_ready')
      .on(table.tenantId)
      .where(sql`stopped_at is null`),
  ],
)

/** A need for some people, here and then. Seats are counted here, under its lock. */
export const calls = pgTable(
  'calls',
  {
    ...tenantColumns,
    title: text().notNull(),
    body: text().notNull(),
    meeting: text().notNull(),
    locale: text().notNull(),
    districtCode: text(),
    onDay: date({ mode: 'string' }).notNull(),
    part: text({ enum: dayParts }).notNull(),
    skills: text().array().notNull().default([]),
    language: text(),
    minAge: smallint().notNull().default(18),
    seats: integer().notNull(),
    seatsTaken: integer().notNull().default(0),
    organisationId: uuid(),
    byId: uuid(),
    openedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    closedAt: instant(),
    lastWaveAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    index('calls_open')
      .on(table.tenantId, table.expiresAt)
      .where(sql`closed_at is null`),
    check('calls_seats', sql`seats between 1 and 200 and seats_taken between 0 and seats`),
  ],
)

/** What whoever asked tells those who come. */
export const callAnnouncements = pgTable(
  'call_announcements',
  {
    ...tenantColumns,
    callId: uuid().notNull(),
    byId: uuid(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({
      columns: [table.tenantId, table.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    index('call_announcements_of').on(table.tenantId, table.callId, table.at),
  ],
)

/** One person asked to answer one call, and why they were. */
export const callAnswers = pgTable(
  'call_answers',
  {
    ...tenantColumns,
    callId: uuid().notNull(),
    personId: uuid().notNull(),
    state: text({ enum: answerStates }).notNull().default('asked'),
    because: text().array().notNull().default([]),
    askedAt: instant().notNull(),
    answeredAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    unique('call_answers_once').on(table.tenantId, table.callId, table.personId),
    foreignKey({
      columns: [table.tenantId, table.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('call_answers_of').on(table.tenantId, table.personId, table.askedAt),
    index('call_answers_in_line').on(table.tenantId, table.callId, table.state, table.answeredAt),
  ],
)
