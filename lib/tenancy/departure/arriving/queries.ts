import 'server-only'
import { readWholeCity, type WholeCity } from '../../../db/whole-city'
import { asTheyLeave, measured } from '../contents/lines'
import type { Package } from '../contents/package'
import { listTables, quoted, rowsAsJson } from '../contents/queries'
import { barePeople, beforeAnybodyCame, travels } from '../rules'

export type RowsHere = { table: string; rows: number; matters: boolean }[]

const isBefore = (table: string) => beforeAnybodyCame.some((one) => one === table)

/** How many rows of each table are here; those of a city in use matter. */
export async function listRowsHere(db: WholeCity): Promise<RowsHere> {
  const here: RowsHere = []
  for (const { name } of await listTables(db)) {
    const [counted] = await db.ask<{ rows: number }>(`select count(*)::int as rows from ${quoted(name)}`)
    const travelling = ['city', 'people', 'voices'].includes(travels[name] ?? 'never')
    if (counted!.rows > 0)
      here.push({ table: name, rows: counted!.rows, matters: travelling && !isBefore(name) })
  }
  return here
}

/** Whether this very package has already arrived: every row of the city's life is here, and no other. */
export function isHereAlready(pack: Package, city: { id: string }): Promise<boolean> {
  return readWholeCity(city, async (db) => {
    for (const table of (await listTables(db)).filter(({ name }) => !isBefore(name))) {
      const said = pack.manifest.tables.filter(
        (one) => one.table === table.name && pack.parts.includes(one.part),
      )
      for (const one of said) {
        const isBare = table.name === barePeople && one.part === 'city'
        const only = one.entry.includes('-drafts.') ? 'drafts' : one.part === 'people' ? 'all' : 'not_drafts'
        const query = rowsAsJson({ table, columns: isBare ? ['id'] : table.columns, only })
        const rows = asTheyLeave(table.name, city, await db.lines(query))
        if ((await hashOf(rows)) !== one.sha256) return false
      }
    }
    return true
  })
}

async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const { through, measure } = measured(bytes)
  for await (const chunk of through) void chunk
  return measure().sha256
}
