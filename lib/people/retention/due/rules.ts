import type { SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/**
 * Rows past their time, and what becomes of them: they are deleted, or what `emptied` says is taken out of them. What is
 * only ever added to is emptied by Postgres itself.
 */
export type Due = { from: PgTable; where: SQL; emptied?: SQL | 'by_postgres' }
