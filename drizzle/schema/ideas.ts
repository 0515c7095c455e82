import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { collections, deliveries, examinations, placeKinds, publications } from '../../lib/ideas/rules'
import { assurances } from '../../tenants/rules'
import { ruleSets } from './cities'
import { allowedStates } from './idea-states'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

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
    /** What the title looks like (`skeleton`): two ideas that would be confused have the same. */
    titleKey: text(),
    body: text().notNull().default(''),
    locale: text().notNull(),
    themeId: text(),
    /** Null until its author has said where. */
    placeKind: text({ enum: placeKinds }),
    districtCode: text(),
    /** What is between two districts is both's; under the city's own number all the same. */
    secondDistrictCode: text(),
    address: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),

    publication: text({ enum: publications }).notNull().default('draft'),
    collection: text({ enum: collections }).notNull().default('not_started'),
    examination: text({ enum: examinations }).notNull().default('none'),
    delivery: text({ enum: deliveries }).notNull().default('none'),

    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    /** What the author was shown as close to it, and what they answered about the city's criteria. */
    similarSeen: uuid().array(),
    criteria: jsonb().$type<Record<string, boolean>>(),
    submittedAt: instant(),
    /** Until when its author may take it back, and by when a moderator owes a decision. */
    pullBackUntil: instant(),
    moderationDueAt: instant(),
    /** The moderator who published or refused it; null when the city publishes first and reads after. */
    treatedById: uuid(),
    treatedAt: instant(),
    publishedAt: instant(),
    refusedAt: instant(),
    refusalCode: text(),
    refusalText: text(),
    /** When the words of a refusal or a hiding were erased; its code stays. */
    wordsForgottenAt: instant(),
    withdrawnAt: instant(),
    expiredAt: instant(),
    reachedAt: instant(),
    certifiedAt: instant(),
    countAtThreshold: integer(),
    suspendedAt: instant(),
    /** When the city took it up of its own accord, without waiting for the threshold. */
    takenUpAt: instant(),
    hiddenAt: instant(),
    removedAt: instant(),
    mergedAt: instant(),
    mergedIntoId: uuid(),
    /** What had already been said, and by which it was refused: its author is led there. */
    sameAsId: uuid(),
    /** Its carrier has left or wishes to; until then somebody else may take it over. */
    adoptionUntil: instant(),
    /** The consultation or the other idea of this city in which it goes on: how far it has come is told there. */
    continuesAt: text(),
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
    /** Until when voices of accounts less than a day old are held, after a burst of them. */
    watchedUntil: instant(),
    importedSupportCount: integer().notNull().default(0),
    previousId: uuid(),
    /** The idea this one was a part of, until its author made two of it. */
    splitFromId: uuid(),
    /** Suspended with all the others of its city, and resumed with them. */
    pausedBy: uuid(),
    /** The system it was imported from and its id there: a second import finds it again. */
    origin: text(),
    originId: text(),
  },
  (table) => [
    ...tenantWall(table),
    unique('ideas_one_per_slug').on(table.tenantId, table.slug),
    unique('ideas_one_per_origin').on(table.tenantId, table.origin, table.originId),
    foreignKey({ columns: [table.tenantId, table.authorId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.treatedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.ruleVersion],
      foreignColumns: [ruleSets.tenantId, ruleSets.version],
    }),
    foreignKey({ columns: [table.tenantId, table.previousId], foreignColumns: [table.tenantId, table.id] }),
    foreignKey({ columns: [table.tenantId, table.mergedIntoId], foreignColumns: [table.tenantId, table.id] }),
    foreignKey({ columns: [table.tenantId, table.splitFromId], foreignColumns: [table.tenantId, table.id] }),
    foreignKey({
      columns: [table.tenantId, table.sameAsId],
      foreignColumns: [table.tenantId, table.id],
    }),
    index('ideas_split_from')
      .on(table.tenantId, table.splitFromId)
      .where(sql`split_from_id is not null`),
    index('ideas_by_author').on(table.tenantId, table.authorId),
    index('ideas_by_draft_key')
      .on(table.tenantId, table.draftKey)
      .where(sql`draft_key is not null`),
    index('ideas_closing').on(table.tenantId, table.collection, table.deadlineAt),
    index('ideas_seeking_carrier')
      .on(table.tenantId, table.adoptionUntil)
      .where(sql`adoption_until is not null`),
    index('ideas_merged_into')
      .on(table.tenantId, table.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    index('ideas_continue_at')
      .on(table.tenantId, table.continuesAt)
      .where(sql`continues_at is not null`),
    index('ideas_by_title').on(table.tenantId, table.titleKey),
    ...allowedStates,
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

export function ofIdea(table: {
  tenantId: Parameters<typeof foreignKey>[0]['columns'][0]
  ideaId: Parameters<typeof foreignKey>[0]['columns'][0]
}) {
  return foreignKey({ columns: [table.tenantId, table.ideaId], foreignColumns: [ideas.tenantId, ideas.id] })
}
