import 'server-only'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { derivedKey } from '../../../auth/sealing'
import { readWholeCity, type WholeCity } from '../../../db/whole-city'
import { mediaFolder } from '../../../media/commands'
import { smallFileOf } from '../../../media/rules'
import { asTheyLeave, gathered, measured, zipped } from '../contents/lines'
import { listTables, rowsAsJson, schemaVersion, type Selection, type Table } from '../contents/queries'
import { keyFrom, newSalt, sealed } from '../contents/sealing'
import type { Manifest } from '../input'
import { barePeople, carriedKeys, drafts, isFileName, type Part, travels } from '../rules'
import { type TarWriter, writeTar } from '../tar/commands'

export type Passphrases = { people?: string | undefined; voices?: string | undefined }
type Leaving = { city: { id: string }; passphrases: Passphrases; now: Date }
type Packing = Leaving & { db: WholeCity; tar: TarWriter; keys: Map<Part, Buffer>; manifest: Manifest }

/**
 * Writes everything a city has to one file, as it is at one instant, a row at a time. People and the keys of voices are
 * in it only under a passphrase each; no secret of the city is in it at all.
 */
export async function packCity(path: string, leaving: Leaving): Promise<Manifest> {
  const { city, passphrases, now } = leaving
  const salts = { people: newSalt(), voices: newSalt() }
  const keys = new Map<Part, Buffer>()
  for (const part of ['people', 'voices'] as const)
    if (passphrases[part]) keys.set(part, keyFrom(passphrases[part], salts[part]))
  const parts: Part[] = ['city', ...keys.keys()]
  const manifest: Manifest = {
    format: 'parvis-city',
    formatVersion: 1,
    city: city.id,
    schemaVersion: await schemaVersion(),
    leftAt: now.toISOString(),
    parts,
    salts: Object.fromEntries(Object.entries(salts).filter(([part]) => keys.has(part as Part))),
    tables: [],
    files: [],
  }
  await readWholeCity(city, (db) =>
    writeTar(path, now, async (tar) => {
      const packing = { ...leaving, db, tar, keys, manifest }
      for (const table of await listTables(db)) await packTable(packing, table)
      await packFiles(packing)
      if (keys.has('people')) await packKeys(packing)
      await tar.add('manifest.json', once(JSON.stringify(manifest, null, 1)))
    }),
  )
  return manifest
}

async function packTable(packing: Packing, table: Table): Promise<void> {
  const { name, columns, draftColumns } = table
  const travel = travels[name]
  if (travel !== 'city' && travel !== 'people' && travel !== 'voices') return
  if (name === barePeople) await packRows(packing, 'city', { table, columns: ['id'], only: 'all' })
  const holdsDrafts = travel !== 'people' && (name === drafts.table || draftColumns.length > 0)
  await packRows(packing, travel, { table, columns, only: holdsDrafts ? 'not_drafts' : 'all' })
  if (holdsDrafts && travel === 'city') await packRows(packing, 'people', { table, columns, only: 'drafts' })
}

async function packRows(packing: Packing, part: Part, chosen: Selection): Promise<void> {
  const { db, city, keys, manifest } = packing
  if (part !== 'city' && !keys.has(part)) return
  const table = chosen.table.name
  const entry = `${part}/${table}${chosen.only === 'drafts' ? '-drafts' : ''}.ndjson.gz`
  const rows = gathered(await db.lines(rowsAsJson(chosen)))
  const { through, measure } = measured(asTheyLeave(table, city, rows))
  await add(packing, part, entry, zipped(through))
  manifest.tables.push({ table, part, entry, ...measure() })
}

async function packFiles(packing: Packing): Promise<void> {
  const folder = mediaFolder(packing.city)
  const rows = await packing.db.ask<{ file: string }>(
    `select file from idea_images where idea_id in (select id from ${drafts.table} where ${drafts.where})`,
  )
  const ofDrafts = new Set(rows.flatMap(({ file }) => [file, smallFileOf(file)]))
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isFileName).sort()) {
    const part = ofDrafts.has(name) ? 'people' : 'city'
    if (part === 'people' && !packing.keys.has(part)) continue
    const { through, measure } = measured(createReadStream(join(folder, name)))
    await add(packing, part, `${part}/media/${name}`, through)
    const { bytes, sha256 } = measure()
    packing.manifest.files.push({ part, entry: `${part}/media/${name}`, bytes, sha256 })
  }
}

/** Without them nobody would be recognised on arrival, and each could give their voice once more. */
function packKeys(packing: Packing): Promise<void> {
  const keys = carriedKeys.map((purpose) => [
    purpose,
    derivedKey(purpose, packing.city.id).toString('base64url'),
  ])
  return add(packing, 'people', 'people/keys.json', once(JSON.stringify(Object.fromEntries(keys))))
}

async function add(
  { tar, keys }: Packing,
  part: Part,
  entry: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const key = keys.get(part)
  await tar.add(entry, key ? sealed(key, entry, bytes) : bytes)
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}
