import { sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const current = sql`tenant_id = nullif(current_setting('app.tenant', true), '')`

/** The first column of every table. Postgres fills it in; no query ever names it. */
export const tenantId = text()
  .notNull()
  .default(sql`nullif(current_setting('app.tenant', true), '')`)

/** The first columns of a table whose rows have an identity of their own. */
export const tenantColumns = { tenantId, id: uuid().notNull().defaultRandom() }

/** One tenant's rows cannot be read, written or pointed at by another. drizzle/walls.sql forces it on the owner too. */
export const tenantPolicy = () => pgPolicy('tenant_only', { using: current, withCheck: current })

/** The wall around a table that has `tenantColumns`. */
export const tenantWall = (table: { tenantId: AnyPgColumn; id: AnyPgColumn }) => [
  primaryKey({ columns: [table.tenantId, table.id] }),
  tenantPolicy(),
]

export const instant = () => timestamp({ withTimezone: true })
