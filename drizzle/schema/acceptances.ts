import { foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { acceptable } from '../../tenants/legal'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/**
 * Who has accepted which text, as it was worded in which version, read in which language. Only ever added to, and gone
 * with the account: drizzle/functions/acceptances.sql.
 */
export const acceptances = pgTable(
  'acceptances',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    document: text({ enum: acceptable }).notNull(),
    version: integer().notNull(),
    locale: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    unique('acceptances_once').on(table.tenantId, table.personId, table.document, table.version),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
  ],
)
