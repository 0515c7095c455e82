import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { carriedSecret } from '../../../auth/secrets'
import { derivedKey } from '../../../auth/sealing'
import { type WholeCity, writeWholeCity } from '../../../db/whole-city'
import { mediaFolder } from '../../../media/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { asTheyArrive } from '../contents/lines'
import { Damaged, fileNameOf, type Package } from '../contents/package'
import { listTables, quoted, schemaVersion, type Table } from '../contents/queries'
import type { Manifest } from '../input'
import { barePeople, beforeAnybodyCame, carriedKeys } from '../rules'
import { listRowsHere, type RowsHere } from './queries'

export type ArrivalRefusal = 'other_schema' | 'not_empty' | 'damaged' | 'unknown_table'
export type Arrived = { rows: { table: string; rows: number }[]; files: number; without: string[] }
type Arriving = { city: { id: string }; dryRun: boolean; ownerUrl: string }

/** Thrown to undo a dry run that went well. */
class Enough extends Error {}

/**
 * Brings a whole city into one that is empty: every row with its own id, all of them or none. A dry run does it all, and
 * undoes it.
 */
export async function unpackCity(
  pack: Package,
  { city, dryRun, ownerUrl }: Arriving,
): Promise<Outcome<Arrived, ArrivalRefusal> & { here?: RowsHere }> {
  if (pack.manifest.schemaVersion !== (await schemaVersion())) return refused('other_schema')
  let refusal: (Outcome<never, ArrivalRefusal> & { here?: RowsHere }) | undefined
  const arrived: Arrived = { rows: [], files: 0, without: [] }
  const stop = (why: ArrivalRefusal, here?: RowsHere) => {
    refusal = { ...refused(why), ...(here ? { here } : {}) }
    throw new Enough()
  }
  const empty = async (db: WholeCity) => {
    const here = await listRowsHere(db)
    if (here.some(({ matters }) => matters)) stop('not_empty', here)
    // As the owner: what the city had published while it was empty gives way to what it brings.
    for (const table of beforeAnybodyCame)
      await db.ask(`delete from ${quoted(table)} where tenant_id = $1`, [city.id])
    await db.ask('create temporary table arriving (line jsonb) on commit drop')
    await db.ask('grant all on arriving to parvis_operator')
  }
  try {
    await writeWholeCity(ownerUrl, city, empty, async (db) => {
      const tables = await listTables(db)
      const known = new Set(tables.map(({ name }) => name))
      if (pack.manifest.tables.some(({ table }) => !known.has(table))) stop('unknown_table')
      for (const table of tables) arrived.rows.push(...(await unpackTable(db, pack, city, table)))
      arrived.without.push(...tables.map(({ name }) => name).filter((name) => isMissing(pack, name)))
      await keepCarriedKeys(db, pack, city)
      arrived.files = await unpackFiles(pack, city, dryRun)
      if (dryRun) throw new Enough()
    })
  } catch (error) {
    if (error instanceof Damaged) return { ...refused('damaged') }
    if (!(error instanceof Enough)) throw error
  }
  return refusal ?? done(arrived)
}

const isMissing = (pack: Package, name: string) =>
  pack.manifest.tables.every(({ table, part }) => table !== name || !pack.parts.includes(part)) &&
  pack.manifest.tables.some(({ table }) => table === name)

/** All of a table's rows at once, so that they may point at each other. */
async function unpackTable(db: WholeCity, pack: Package, city: { id: string }, table: Table) {
  const chosen = pack.manifest.tables.filter(
    (one) => one.table === table.name && pack.parts.includes(one.part) && !isBareCopy(pack, one),
  )
  if (chosen.length === 0) return []
  for (const one of chosen) await db.fill('arriving', asTheyArrive(one.table, city, pack.rows(one)))
  const bare = table.name === barePeople && !pack.parts.includes('people')
  const columns = (bare ? ['id', 'deleted_at'] : table.columns).map(quoted).join(', ')
  const values = bare ? `(r).id, now()` : table.columns.map((column) => `(r).${quoted(column)}`).join(', ')
  const [written] = await db.ask<{ rows: number }>(
    `with written as (insert into ${quoted(table.name)} (${columns})
      select ${values} from (select jsonb_populate_record(null::${quoted(table.name)}, line) r from arriving offset 0) s
      returning 1) select count(*)::int as rows from written`,
  )
  await db.ask('truncate arriving')
  return [{ table: table.name, rows: written!.rows }]
}

/** People come once: as who they are when that is known, else as bare ids. */
const isBareCopy = (pack: Package, { table, part }: Manifest['tables'][number]) =>
  table === barePeople && part === 'city' && pack.parts.includes('people')

async function keepCarriedKeys(db: WholeCity, pack: Package, city: { id: string }): Promise<void> {
  const keys = await pack.keys()
  for (const purpose of carriedKeys) {
    const key = keys[purpose] ? Buffer.from(keys[purpose], 'base64url') : null
    if (!key || key.equals(derivedKey(purpose, city.id))) continue
    const { name, sealed } = carriedSecret(city, purpose, key)
    await db.ask(
      `insert into tenant_secrets (name, sealed, set_at) values ($1, $2, now())
        on conflict (tenant_id, name) do update set sealed = excluded.sealed`,
      [name, sealed],
    )
  }
}

/** Each file under a name that nobody asks for until all of it is there and is what the manifest says. */
async function unpackFiles(pack: Package, city: { id: string }, dryRun: boolean): Promise<number> {
  const folder = mediaFolder(city)
  const files = pack.manifest.files.filter(({ part }) => pack.parts.includes(part))
  if (!dryRun && files.length > 0) await mkdir(folder, { recursive: true })
  for (const one of files) {
    const name = fileNameOf(one.entry)
    if (!name) throw new Damaged(one.entry)
    if (dryRun) {
      for await (const chunk of pack.file(one)) void chunk
      continue
    }
    const partial = join(folder, `.${name}.part`)
    try {
      await pipeline(pack.file(one), createWriteStream(partial))
      await rename(partial, join(folder, name))
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
  }
  return files.length
}
