import { customType, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { collections, deliveries, examinations, publications } from '../../lib/ideas/rules'
import { ideas } from './ideas'
import { tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What a search reads of each idea that anyone may read; kept by triggers (drizzle/functions/search.sql). Apart from
 * `ideas`, so that a count that moves never touches a text index.
 */
export const ideaWords = pgTable(
  'idea_words',
  { tenantId, ideaId: uuid().notNull(), titleWords: tsvector().notNull(), words: tsvector().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId] }),
    tenantPolicy(),
    foreignKey({
      columns: [table.tenantId, table.ideaId],
      foreignColumns: [ideas.tenantId, ideas.id],
    }).onDelete('cascade'),
  ],
)

/** Every word the city's ideas have used, and what it comes to in the index: where typing mistakes are looked up. */
export const vocabulary = pgTable(
  'vocabulary',
  { tenantId, word: text().notNull(), lexeme: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.word, table.lexeme] }), tenantPolicy()],
)

/**
 * How many ideas there are of each kind, as differences that are only ever added: nobody waits for anybody to count.
 * Their sum is the truth; `app.gather_tallies()` makes one row of many.
 */
export const ideaTallies = pgTable(
  'idea_tallies',
  {
    ...tenantColumns,
    themeId: text(),
    districtCode: text(),
    secondDistrictCode: text(),
    publication: text({ enum: publications }).notNull(),
    collection: text({ enum: collections }).notNull(),
    examination: text({ enum: examinations }).notNull(),
    delivery: text({ enum: deliveries }).notNull(),
    change: integer().notNull(),
  },
  (table) => tenantWall(table),
)
