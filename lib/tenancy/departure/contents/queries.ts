import 'server-only'
import { readFile } from 'node:fs/promises'
import type { WholeCity } from '../../../db/whole-city'
import { columnsLeft, drafts, inOrder } from '../rules'

export type Table = {
  name: string
  columns: string[]
  key: string[]
  pointsAt: string[]
  /** The columns by which a row may belong to a draft. */
  draftColumns: string[]
}

/** Every table of a city, as Postgres knows them: what joins tomorrow is here by itself. Those pointed at come first. */
export async function listTables(db: WholeCity): Promise<Table[]> {
  const rows = await db.ask<Table>(
    `select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' and a.attname <> 'tenant_id' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k(attnum, at)
        join pg_attribute a on a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attname <> 'tenant_id'
        order by k.at) as key,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f') as "pointsAt",
      array(select a.attname::text from pg_constraint f, unnest(f.conkey) k join pg_attribute a on a.attnum = k
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = $1::regclass and f.conrelid <> f.confrelid
          and a.attrelid = c.oid and a.attname <> 'tenant_id') as "draftColumns"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
    [drafts.table],
  )
  const known = new Map(rows.map((table) => [table.name, table]))
  const order = inOrder(
    rows.map(({ name }) => name),
    new Map(rows.map(({ name, pointsAt }) => [name, pointsAt])),
  )
  return order.map((name) => {
    const table = known.get(name)!
    const left = columnsLeft[name] ?? []
    return { ...table, columns: table.columns.filter((column) => !left.includes(column)) }
  })
}

export type Selection = { table: Table; columns: string[]; only: 'all' | 'drafts' | 'not_drafts' }

/** Every row chosen, as a line of JSON, in the order of its key: the same rows are always the same bytes. */
export function rowsAsJson({ table, columns, only }: Selection): string {
  const order = table.key.map(quoted).join(', ')
  const rows = `select ${columns.map(quoted).join(', ')} from ${quoted(table.name)}${which(table, only)} order by ${order}`
  return `select row_to_json(line) from (${rows}) line`
}

function which({ name, draftColumns }: Table, only: Selection['only']): string {
  if (only === 'all') return ''
  const theirs = `(select id from ${drafts.table} where ${drafts.where})`
  const isDraft =
    name === drafts.table
      ? drafts.where
      : draftColumns.map((column) => `coalesce(${quoted(column)} in ${theirs}, false)`).join(' or ')
  if (isDraft === '') return only === 'drafts' ? ' where false' : ''
  return ` where ${only === 'drafts' ? '' : 'not '}(${isDraft})`
}

/** The last migration the tables went through. */
export async function schemaVersion(): Promise<string> {
  const journal = JSON.parse(await readFile('drizzle/migrations/meta/_journal.json', 'utf8')) as {
    entries: { tag: string }[]
  }
  return journal.entries.at(-1)!.tag
}

/** Names come from Postgres' own catalogue; quoted all the same. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
