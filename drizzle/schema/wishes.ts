import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { searchFrequencies } from '../../lib/agir/searches/rules'
import { ofActivity } from './activities'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** An activity somebody keeps to come back to. */
export const favourites = pgTable(
  'favourites',
  { tenantId, personId: uuid().notNull(), activityId: uuid().notNull(), since: instant().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.personId, table.activityId] }),
    tenantPolicy(),
    ofActivity(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('favourites_of_activity').on(table.tenantId, table.activityId),
  ],
)

/** A search somebody keeps under a name, and how often they are written to about what it newly finds. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    name: text().notNull(),
    /** As it stands in an address: `?theme=nature&quand=week-end`. */
    query: text().notNull(),
    frequency: text({ enum: searchFrequencies }).notNull(),
    since: instant().notNull(),
    /** What was announced up to then has been told, or was there before. */
    toldUntil: instant().notNull(),
    /** When it is next looked at; null when no letter is wanted. */
    dueAt: instant(),
    lastLetterAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    unique('saved_searches_once').on(table.tenantId, table.personId, table.query),
    index('saved_searches_due').on(table.tenantId, table.dueAt),
  ],
)
