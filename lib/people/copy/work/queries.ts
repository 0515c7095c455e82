import 'server-only'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import * as schema from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { isOf } from '../../names/queries'
import { holdings } from '../rules'

type Part = 'work' | 'moderation' | 'agir'
type Held = { name: string; table: PgTable; column: PgColumn }

const tables = Object.values(schema).filter((one): one is typeof one & PgTable => is(one, PgTable))

/** Where rows about people are, by the name the database has for the column. */
const everywhere: Held[] = tables.flatMap((table) =>
  Object.values(getTableColumns(table)).map((column) => ({
    name: `${getTableName(table)}.${snaked(column.name)}`,
    table,
    column,
  })),
)

/** Rows of a part that are about a person, whole but for whoever else they name. */
export async function rowsIn(db: Db, part: Part, personId: string) {
  const found = []
  for (const { name, table, column } of everywhere.filter((one) => partOf(one) === part)) {
    const rows: Record<string, unknown>[] = await db.select().from(table).where(isOf(column, personId))
    if (rows.length > 0) found.push({ as: name, rows: rows.map((row) => withoutPeople(table, row)) })
  }
  return found
}

const partOf = ({ name }: Held): string | undefined => (holdings as Record<string, string>)[name]

/** Neither the city's own columns nor what lets in or reaches somebody else. */
const others = ['tenantId', 'tokenHash', 'email', 'settings', 'sealedWords', 'voicesSealed']

function withoutPeople(table: PgTable, row: Record<string, unknown>) {
  const own = Object.keys(row).filter(
    (key) => !others.includes(key) && !(`${getTableName(table)}.${snaked(key)}` in holdings),
  )
  return Object.fromEntries(own.map((key) => [key, row[key]]))
}

function snaked(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
