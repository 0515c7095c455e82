import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { readers } from '../../lib/mail/rules'
import { categories, frequencies } from '../../lib/notifications/rules'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

const ofPerson = (table: {
  tenantId: Parameters<typeof foreignKey>[0]['columns'][0]
  personId: Parameters<typeof foreignKey>[0]['columns'][0]
}) => foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] })

/**
 * What one person is told of one event: one row, whatever the number of reasons to tell them. It is read among their
 * notices at once; `mailDueAt` says from when it may leave by letter, and `letterId` with which it did.
 */
export const notices = pgTable(
  'notices',
  {
    tenantId,
    eventId: uuid().notNull(),
    personId: uuid().notNull(),
    aboutId: uuid().notNull(),
    reader: text({ enum: readers }).notNull(),
    category: text({ enum: categories }).notNull(),
    at: instant().notNull(),
    readAt: instant(),
    /** What is told together in one letter: an idea's id, the event's own, `daily` or `weekly`. Null: never by letter. */
    bundle: text(),
    mailDueAt: instant(),
    letterId: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.eventId, table.personId] }),
    tenantPolicy(),
    ofPerson(table),
    index('notices_of').on(table.tenantId, table.personId, table.at),
    index('notices_unread')
      .on(table.tenantId, table.personId)
      .where(sql`read_at is null`),
    index('notices_to_mail')
      .on(table.tenantId, table.personId)
      .where(sql`letter_id is null and mail_due_at is not null`),
    index('notices_by_letter')
      .on(table.tenantId, table.letterId)
      .where(sql`letter_id is not null`),
  ],
)

/** How often letters of one kind may come, where a person chose otherwise than the city proposes. */
export const letterChoices = pgTable(
  'letter_choices',
  {
    tenantId,
    personId: uuid().notNull(),
    category: text({ enum: categories }).notNull(),
    frequency: text({ enum: frequencies }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.personId, table.category] }),
    tenantPolicy(),
    ofPerson(table),
  ],
)

/** Themes, districts, places and consultations a person follows: what is published there is told to them. */
export const interests = pgTable(
  'interests',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    kind: text({
      enum: ['theme', 'district', 'place', 'consultation', 'consultations', 'organisation'],
    }).notNull(),
    /** A theme's id, a district's code, what the person calls the place, a consultation's id, or `all` of them. */
    value: text().notNull(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    radiusMetres: integer(),
    since: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    unique('interests_once').on(table.tenantId, table.personId, table.kind, table.value),
    index('interests_in').on(table.tenantId, table.kind, table.value),
    ofPerson(table),
  ],
)
