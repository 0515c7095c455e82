import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { consentScopes, enders, registrationStates } from '../../lib/agir/registrations/rules'
import { ofActivity } from './activities'
import { occurrences, positions } from './occurrences'
import { people } from './people'
import { standingRegistrations } from './standing'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** One person, or a guest known by a confirmed e-mail, on one date. Seats follow its state (drizzle/functions/seats.sql). */
export const registrations = pgTable(
  'registrations',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    occurrenceId: uuid().notNull(),
    positionId: uuid().notNull(),
    personId: uuid(),
    /** HMAC of a guest's address, and the address and name sealed; both go after the date. */
    guestKey: text(),
    guestSealed: text(),
    /** The language in which a guest is written to. */
    guestLocale: text(),
    /** Where a minor's guardian is written to, sealed until the date is over; and when they agreed. */
    guardianSealed: text(),
    consentedAt: instant(),
    /** What they agreed to: this date, or every date of the activity for a year. */
    consentScope: text({ enum: consentScopes }),
    partySize: smallint().notNull().default(1),
    isNewcomer: boolean().notNull().default(false),
    state: text({ enum: registrationStates }).notNull(),
    /** What they wish to tell the organiser. */
    note: text(),
    /** What the browser named this request: asked twice, it is answered twice and done once. */
    requestId: uuid().notNull(),
    at: instant().notNull(),
    changedAt: instant().notNull(),
    offerExpiresAt: instant(),
    holdExpiresAt: instant(),
    /** A date that was put off has a new time: until when they may say that they still come. */
    reconfirmBy: instant(),
    endedBy: text({ enum: enders }),
    reason: text(),
    checkedInAt: instant(),
    checkedInById: uuid(),
    /** They come every time. */
    standingId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({
      columns: [table.tenantId, table.activityId, table.occurrenceId],
      foreignColumns: [occurrences.tenantId, occurrences.activityId, occurrences.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.occurrenceId, table.positionId],
      foreignColumns: [positions.tenantId, positions.occurrenceId, positions.id],
    }),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.checkedInById],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.standingId],
      foreignColumns: [standingRegistrations.tenantId, standingRegistrations.id],
    }),
    unique('registrations_asked_once').on(table.tenantId, table.requestId),
    uniqueIndex('registrations_one_each')
      .on(table.tenantId, table.occurrenceId, table.personId)
      .where(sql`state in ('needs_guardian', 'pending', 'confirmed', 'waitlisted', 'offered')`),
    uniqueIndex('registrations_one_per_guest')
      .on(table.tenantId, table.occurrenceId, table.guestKey)
      .where(sql`state in ('needs_guardian', 'pending', 'confirmed', 'waitlisted', 'offered')`),
    index('registrations_queue').on(table.tenantId, table.positionId, table.state, table.at, table.id),
    index('registrations_of_person').on(table.tenantId, table.personId, table.at),
    index('registrations_of_guest')
      .on(table.tenantId, table.guestKey)
      .where(sql`guest_key is not null`),
    index('registrations_to_reconfirm')
      .on(table.tenantId, table.reconfirmBy)
      .where(sql`reconfirm_by is not null`),
    check('registrations_of_one', sql`person_id is null or guest_key is null`),
    check('registrations_party', sql`party_size between 1 and 30`),
    check('registrations_offered_until', sql`(state = 'offered') <= (offer_expires_at is not null)`),
  ],
)

/** A place somebody without an account asks for: nothing is taken until the letter sent to that address is answered. */
export const guestRequests = pgTable(
  'guest_requests',
  {
    ...tenantColumns,
    occurrenceId: uuid().notNull(),
    positionId: uuid().notNull(),
    guestKey: text().notNull(),
    /** Name, address, note and guardian, as they were typed. */
    sealed: text().notNull(),
    locale: text().notNull(),
    partySize: smallint().notNull(),
    bornYear: smallint(),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    /** What came of it; nothing of what was typed is kept here from then on. */
    registrationId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({
      columns: [table.tenantId, table.occurrenceId, table.positionId],
      foreignColumns: [positions.tenantId, positions.occurrenceId, positions.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.registrationId],
      foreignColumns: [registrations.tenantId, registrations.id],
    }),
    index('guest_requests_until').on(table.tenantId, table.expiresAt),
  ],
)

/** Whoever an organiser does not want at what they organise any more, known by account, by address, or by both. */
export const exclusions = pgTable(
  'exclusions',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    personId: uuid(),
    guestKey: text(),
    byId: uuid(),
    at: instant().notNull(),
    liftedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    index('exclusions_from').on(table.tenantId, table.activityId),
    index('exclusions_of').on(table.tenantId, table.personId),
  ],
)

/** The address of a person's own calendar: whoever has it reads it, until it is taken back. Only its hash is kept. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    unique('calendar_feeds_token').on(table.tenantId, table.tokenHash),
    uniqueIndex('calendar_feeds_one_each')
      .on(table.tenantId, table.personId)
      .where(sql`revoked_at is null`),
  ],
)
