import { customType, foreignKey, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { activities } from './activities'
import { tenantId, tenantPolicy } from './tenant-scope'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What a search reads of each activity that anyone may read; kept by triggers (drizzle/functions/seek.sql). */
export const activityWords = pgTable(
  'activity_words',
  { tenantId, activityId: uuid().notNull(), titleWords: tsvector().notNull(), words: tsvector().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.activityId] }),
    tenantPolicy(),
    foreignKey({
      columns: [table.tenantId, table.activityId],
      foreignColumns: [activities.tenantId, activities.id],
    }).onDelete('cascade'),
  ],
)
