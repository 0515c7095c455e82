import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { conversationKinds, messageStates, sides } from '../../lib/agir/conversations/rules'
import { activities } from './activities'
import { organisations } from './organisations'
import { people } from './people'
import { registrations } from './registrations'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** What one person and those who organise say to each other, without either giving an address. */
export const conversations = pgTable(
  'conversations',
  {
    ...tenantColumns,
    kind: text({ enum: conversationKinds }).notNull(),
    /** Who asks, comes or belongs; null once the account is deleted. */
    personId: uuid(),
    activityId: uuid(),
    registrationId: uuid(),
    /** Set where it is about belonging to an organisation; otherwise the activity says who organises. */
    organisationId: uuid(),
    openedAt: instant().notNull(),
    lastAt: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    unique('conversations_of_registration').on(table.tenantId, table.registrationId),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.activityId],
      foreignColumns: [activities.tenantId, activities.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.registrationId],
      foreignColumns: [registrations.tenantId, registrations.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    index('conversations_of_person').on(table.tenantId, table.personId, table.lastAt),
    index('conversations_about').on(table.tenantId, table.activityId, table.lastAt),
    index('conversations_with').on(table.tenantId, table.organisationId, table.lastAt),
    check(
      'conversations_about_one_thing',
      sql`case kind when 'membership' then organisation_id is not null and activity_id is null and registration_id is null
        when 'question' then activity_id is not null and organisation_id is null and registration_id is null
        else activity_id is not null and organisation_id is null and registration_id is not null end`,
    ),
  ],
)

const ofConversation = (table: {
  tenantId: Parameters<typeof foreignKey>[0]['columns'][0]
  conversationId: Parameters<typeof foreignKey>[0]['columns'][0]
}) =>
  foreignKey({
    columns: [table.tenantId, table.conversationId],
    foreignColumns: [conversations.tenantId, conversations.id],
  }).onDelete('cascade')

export const messages = pgTable(
  'messages',
  {
    ...tenantColumns,
    conversationId: uuid().notNull(),
    /** For whom it speaks: whoever asks, or those who organise. */
    side: text({ enum: sides }).notNull(),
    authorId: uuid(),
    body: text().notNull(),
    at: instant().notNull(),
    state: text({ enum: messageStates }).notNull().default('visible'),
    /** When the other side was told by letter that something waits, or had seen it before. */
    toldAt: instant(),
    /** When whoever reported it, or something near it, let the city's readers see it. */
    sharedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofConversation(table),
    foreignKey({ columns: [table.tenantId, table.authorId], foreignColumns: [people.tenantId, people.id] }),
    index('messages_of').on(table.tenantId, table.conversationId, table.at, table.id),
    index('messages_by').on(table.tenantId, table.authorId, table.at),
    index('messages_untold')
      .on(table.tenantId, table.at)
      .where(sql`told_at is null`),
    check('messages_say_something', sql`body <> ''`),
  ],
)

/** Up to when somebody has read a conversation, and when a letter last told them of it. */
export const conversationReads = pgTable(
  'conversation_reads',
  {
    tenantId,
    conversationId: uuid().notNull(),
    personId: uuid().notNull(),
    seenAt: instant(),
    toldAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.conversationId, table.personId] }),
    tenantPolicy(),
    ofConversation(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('conversation_reads_of').on(table.tenantId, table.personId),
  ],
)

/** One person and one organiser who hear nothing from each other any more, by the wish of either. */
export const conversationBlocks = pgTable(
  'conversation_blocks',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    organisationId: uuid(),
    organiserId: uuid(),
    side: text({ enum: sides }).notNull(),
    byId: uuid(),
    at: instant().notNull(),
    liftedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.organiserId],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    index('conversation_blocks_of').on(table.tenantId, table.personId),
    check('conversation_blocks_of_one', sql`(organisation_id is null) <> (organiser_id is null)`),
  ],
)
