import 'server-only'
import { rm } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { departures } from '../../../../drizzle/schema'
import { keyedHash } from '../../../auth/sealing'
import { operatorDoor } from '../../../db/operator'
import { endWholeCity } from '../../../db/whole-city'
import { mediaFolder } from '../../../media/commands'
import { findCity } from '../../registry'
import { listTables, quoted } from '../contents/queries'
import { packageFolder } from '../packages/folder'
import { digestOfRows } from './rules'

/** A city whose days to leave are over, and no other. */
export async function endCity(city: { id: string }, now: Date): Promise<void> {
  const found = await findCity(city.id)
  if (found?.status === 'closing' && found.closesAt && found.closesAt <= now) await eraseCity(city)
}

/** What is signed: the city and how many rows of each table were there, none of which is left. */
export type Proof = { city: string; rows: Record<string, number>; digest: string; signature: string }

const purpose = 'departure'

/**
 * Takes away all that a city had, rows and files, for good. Postgres refuses unless its days to leave are over, and
 * compares what is signed with what it finds. What is left is the proof, in the registry.
 */
export async function eraseCity(city: { id: string }): Promise<Proof> {
  const proof = await endWholeCity(city, async (db) => {
    const rows: Record<string, number> = {}
    for (const { name } of await listTables(db)) {
      const [held] = await db.ask<{ rows: number }>(`select count(*)::int as rows from ${quoted(name)}`)
      if (held!.rows > 0) rows[name] = held!.rows
    }
    const said = proofOf(city, rows)
    const counted = JSON.stringify(rows)
    await db.ask('select app.erase_city($1::text::jsonb, $2, $3)', [counted, said.digest, said.signature])
    return said
  })
  await forgetFilesOf(city)
  return proof
}

function proofOf(city: { id: string }, rows: Record<string, number>): Proof {
  const digest = digestOfRows(city.id, rows)
  return { city: city.id, rows, digest, signature: keyedHash(purpose, city.id, digest) }
}

/** Whether the proof kept of a city is the one this operator signed. Null when the city was never erased. */
export async function findProof(city: { id: string }): Promise<(Proof & { isGenuine: boolean }) | null> {
  const [kept] = await operatorDoor().inRegistry((db) =>
    db.select().from(departures).where(eq(departures.cityId, city.id)),
  )
  if (!kept) return null
  const { digest, signature } = proofOf(city, kept.rows)
  const isGenuine = digest === kept.digest && signature === kept.signature
  return { city: city.id, rows: kept.rows, digest: kept.digest, signature: kept.signature, isGenuine }
}

async function forgetFilesOf(city: { id: string }): Promise<void> {
  for (const folder of [mediaFolder(city), packageFolder(city)])
    await rm(folder, { recursive: true, force: true })
}
