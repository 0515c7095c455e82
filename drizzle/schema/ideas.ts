import { sql } from 'drizzle-orm'
import {
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { collections, deliveries, examinations, publications } from '../../lib/ideas/rules'
import { assurances } from '../../tenants/rules'
import { ruleSets } from './cities'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const ideas = pgTable(
  'ideas',
  {
    ...tenantColumns,
    /** Null for a draft begun before signing in, and after its author's account is deleted. */
    authorId: uuid(),
    /** SHA-256 of the token in the browser that began this draft; emptied when it is submitted. */
    draftKey: text(),
    slug: text(),
    title: text().notNull().default(''),
    body: text().notNull().default(''),
    locale: text().notNull(),
    themeId: text(),
    districtCode: text(),
    address: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),

    publication: text({ enum: publications }).notNull().default('draft'),
    collection: text({ enum: collections }).notNull().default('not_started'),
    examination: text({ enum: examinations }).notNull().default('none'),
    delivery: text({ enum: deliveries }).notNull().default('none'),

    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    submittedAt: instant(),
    publishedAt: instant(),
    refusedAt: instant(),
    refusalCode: text(),
    refusalText: text(),
    withdrawnAt: instant(),
    expiredAt: instant(),
    reachedAt: instant(),
    certifiedAt: instant(),
    countAtThreshold: integer(),
    epoch: integer().notNull().default(1),

    /** Copied from the rules in force when it was published; null before. The deadline is exclusive. */
    ruleVersion: integer(),
    threshold: integer(),
    deadlineAt: instant(),
    supportMinAge: smallint(),
    supportAssurance: text({ enum: assurances }),
    residence: text().array(),
    timeZone: text(),
    editableUntil: instant(),

    supportCount: integer().notNull().default(0),
    heldCount: integer().notNull().default(0),
    importedSupportCount: integer().notNull().default(0),
    previousId: uuid(),
    /** The system it was imported from and its id there: a second import finds it again. */
    origin: text(),
    originId: text(),
    /** Title (weight A) and body (B) in the city's language; filled by a trigger, drizzle/walls.sql. */
    words: tsvector(),
  },
  (table) => [
    ...tenantWall(table),
    unique('ideas_one_per_slug').on(table.tenantId, table.slug),
    unique('ideas_one_per_origin').on(table.tenantId, table.origin, table.originId),
    foreignKey({ columns: [table.tenantId, table.authorId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.ruleVersion],
      foreignColumns: [ruleSets.tenantId, ruleSets.version],
    }),
    foreignKey({ columns: [table.tenantId, table.previousId], foreignColumns: [table.tenantId, table.id] }),
    index('ideas_by_author').on(table.tenantId, table.authorId),
    index('ideas_by_draft_key')
      .on(table.tenantId, table.draftKey)
      .where(sql`draft_key is not null`),
    index('ideas_closing').on(table.tenantId, table.collection, table.deadlineAt),
  ],
)

/** Each text an idea has had, from its publication on. */
export const ideaTexts = pgTable(
  'idea_texts',
  {
    tenantId,
    ideaId: uuid().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    digest: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId, table.version] }),
    tenantPolicy(),
    ofIdea(table),
  ],
)

export const addenda = pgTable(
  'addenda',
  { ...tenantColumns, ideaId: uuid().notNull(), body: text().notNull(), at: instant().notNull() },
  (table) => [...tenantWall(table), ofIdea(table)],
)

export const ideaImages = pgTable(
  'idea_images',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    position: smallint().notNull(),
    alt: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** Name of the re-encoded file under the city's media folder. */
    file: text().notNull(),
  },
  (table) => [...tenantWall(table), ofIdea(table).onDelete('cascade')],
)

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
    state: text({ enum: ['counted', 'held', 'withdrawn', 'invalidated'] }).notNull(),
    countedOn: date({ mode: 'string' }).notNull(),
    /** How often this voice was given or taken back on `changedOn`; more than three a day is refused. */
    changes: smallint().notNull().default(1),
    changedOn: date({ mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId, table.voterKey] }),
    tenantPolicy(),
    ofIdea(table),
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

function ofIdea(table: {
  tenantId: Parameters<typeof foreignKey>[0]['columns'][0]
  ideaId: Parameters<typeof foreignKey>[0]['columns'][0]
}) {
  return foreignKey({ columns: [table.tenantId, table.ideaId], foreignColumns: [ideas.tenantId, ideas.id] })
}
