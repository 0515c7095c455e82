import 'server-only'
import { sql } from 'drizzle-orm'
import { people } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { scopeKeysOf, voterKey } from '../../../ideas/supports/scope-keys'
import type { Planted } from '../planting/rules'
import { daysOfSupport } from '../rules'
import { citizenOf } from './rules'

/** Keeps one statement under Postgres' limit of parameters. */
const atOnce = 1000

type Crowd = { tenant: Tenant; names: string[]; now: Date }

/**
 * One row for each support the planted ideas count, of a citizen made up for it: as many as the most supported idea needs,
 * and some more. Their names under an idea are made as anyone's, so that every voice belongs to somebody.
 */
export async function plantSupports(db: Db, crowd: Crowd, planted: Planted[]): Promise<number> {
  const supported = planted.filter(({ row }) => row.supportCount)
  const most = Math.max(...supported.map(({ row }) => row.supportCount ?? 0))
  const citizens = await settleCitizens(db, crowd, Math.ceil(most * 1.4))
  const ids = supported.map(({ row }) => row.id)
  const scopes = await scopeKeysOf(db, crowd.tenant, ids)
  let written = 0
  for (const { row, gatheredUntil } of supported) {
    const first = Math.floor(Math.random() * citizens.length)
    const voters = Array.from({ length: row.supportCount! }, (_, turn) =>
      voterKey(scopes.get(row.id)!, citizens[(first + turn) % citizens.length]!),
    )
    const days = daysOfSupport(row.publishedAt!, gatheredUntil, voters.length)
    written += await writeSupports(db, row.id, voters, days)
  }
  return written
}

async function settleCitizens(db: Db, { tenant, names, now }: Crowd, size: number): Promise<string[]> {
  const citizens = Array.from({ length: size }, (_, place) => citizenOf(tenant, names, place, now))
  for (let from = 0; from < size; from += atOnce) {
    await db.insert(people).values(citizens.slice(from, from + atOnce))
  }
  return citizens.map(({ id }) => id)
}

async function writeSupports(db: Db, ideaId: string, voters: string[], days: string[]): Promise<number> {
  const voices = JSON.stringify(voters.map((voter, turn) => ({ voter, day: days[turn] })))
  const rows = await db.execute(sql`
    insert into supports (idea_id, voter_key, state, counted_on, changed_on)
    select ${ideaId}::uuid, decode(voter, 'hex'), 'counted', day, day
    from jsonb_to_recordset(${voices}::jsonb) as voices (voter text, day date)`)
  return rows.count
}
