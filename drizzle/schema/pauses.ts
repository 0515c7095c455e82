import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** While every collection of a city stands still: an election's silence, an order of a court. */
export const pauses = pgTable(
  'pauses',
  {
    ...tenantColumns,
    cause: text().notNull(),
    begunAt: instant().notNull(),
    begunById: uuid().notNull(),
    endedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.begunById], foreignColumns: [people.tenantId, people.id] }),
    uniqueIndex('pauses_one_at_a_time')
      .on(table.tenantId)
      .where(sql`ended_at is null`),
    check('pauses_with_cause', sql`cause <> ''`),
  ],
)
