import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { ofIdea } from './ideas'
import { people } from './people'
import { instant, tenantId, tenantPolicy } from './tenant-scope'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * One row for each voice. `voterKey` is HMAC-SHA-256(the idea's scope key, person id): no way leads from here to a
 * person, and no time is finer than the day (decisions 13).
 */
export const supports = pgTable(
  'supports',
  {
    tenantId,
    ideaId: uuid().notNull(),
    voterKey: bytea().notNull(),
    state: text({ enum: ['counted', 'held', 'withdrawn', 'invalidated', 'moved'] }).notNull(),
    countedOn: date({ mode: 'string' }).notNull(),
    /** How often this voice was given or taken back on `changedOn`; more than three a day is refused. */
    changes: smallint().notNull().default(1),
    changedOn: date({ mode: 'string' }).notNull(),
    /** The merge by which this voice came from another idea, and the one about which it has answered. */
    cameBy: uuid(),
    askedBy: uuid(),
    /** Given by an account less than a day old. Forgotten once the right is certified. */
    isFresh: boolean().notNull().default(false),
    /** The decision that took it out of the count, so that it can be undone as a whole. */
    setAsideBy: uuid(),
    /** It was held when it was set aside: undone, it waits to be looked at again. */
    heldBefore: boolean(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId, table.voterKey] }),
    tenantPolicy(),
    ofIdea(table),
    index('supports_came_by')
      .on(table.tenantId, table.cameBy)
      .where(sql`came_by is not null`),
    index('supports_asked_by')
      .on(table.tenantId, table.askedBy)
      .where(sql`asked_by is not null`),
  ],
)

/** The random key under which an idea's voices are stored, itself sealed under a key outside the database. */
export const scopeKeys = pgTable(
  'scope_keys',
  { tenantId, ideaId: uuid().notNull(), sealed: text(), destroyedAt: instant() },
  (table) => [primaryKey({ columns: [table.tenantId, table.ideaId] }), tenantPolicy(), ofIdea(table)],
)

/** Freely asked for, apart from any support: letters go to those who follow. */
export const follows = pgTable(
  'follows',
  { tenantId, ideaId: uuid().notNull(), personId: uuid().notNull(), since: instant().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId, table.personId] }),
    tenantPolicy(),
    ofIdea(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('follows_of').on(table.tenantId, table.personId),
  ],
)

/** How many voices an idea was given in an hour: numbers alone, to see a burst by. */
export const supportHours = pgTable(
  'support_hours',
  {
    tenantId,
    ideaId: uuid().notNull(),
    hour: instant().notNull(),
    givenCount: integer().notNull(),
    freshCount: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId, table.hour] }),
    tenantPolicy(),
    ofIdea(table),
  ],
)
