import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { people } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { identityOf } from '../../../ideas/paper/rules'
import { atATime, beforeAll, ideasWithKey } from '../../../ideas/supports/queries'
import { limiterOf, scopeKeysOf, voterKey } from '../../../ideas/supports/scope-keys'

type City = { id: string }
export type Pair = { keptId: string; absorbedId: string }
type Keys = { ideaId: string; going: string; staying: string; nameGoing: string; nameStaying: string }
export type United = { ideaId: string; came: boolean; doubled: boolean }

/** Nothing that was asked as the account that goes, and still waits, is counted after this. */
export async function spendLimits(db: Db, tenant: City, { keptId, absorbedId }: Pair): Promise<void> {
  const [going, staying] = [limiterOf(tenant, absorbedId), limiterOf(tenant, keptId)]
  await db.execute(sql`select app.spend_limits(${going}, ${staying})`)
}

/**
 * Gives the voices of one account to the other, under the key each idea has for it. Where both had given one, one stays. The
 * caller holds both accounts.
 */
export async function uniteVoices(db: Db, tenant: City, pair: Pair): Promise<United[]> {
  const names = await namesOf(db, pair)
  const found: Keys[] = []
  for (let after = beforeAll, full = true; full;) {
    const tried = await ideasWithKey(db, after)
    found.push(...(await voicesAmong(db, tenant, { ...pair, ...names }, tried)))
    full = tried.length === atATime
    after = tried.at(-1) ?? after
  }
  if (found.length === 0) return []
  const rows = await db.execute<{ idea: string; came: boolean; doubled: boolean }>(sql`
    select * from app.unite_voices(${listOf(found, 'ideaId')}::text::uuid[], ${listOf(found, 'going')}::text::text[],
      ${listOf(found, 'staying')}::text::text[], ${listOf(found, 'nameGoing')}::text::text[],
      ${listOf(found, 'nameStaying')}::text::text[], ${pair.absorbedId}::uuid, ${pair.keptId}::uuid)`)
  return rows.map(({ idea, came, doubled }) => ({ ideaId: idea, came, doubled }))
}

const listOf = (keys: Keys[], name: keyof Keys) => `{${keys.map((one) => one[name]).join(',')}}`

/** By what each would be known on sheets of paper; a dash is nobody. */
async function namesOf(db: Db, { keptId, absorbedId }: Pair) {
  const rows = await db
    .select({ id: people.id, name: people.name, birthYear: people.birthYear })
    .from(people)
    .where(inArray(people.id, [keptId, absorbedId]))
  const identity = (id: string) => {
    const { name, birthYear } = rows.find((row) => row.id === id) ?? { name: null, birthYear: null }
    return name && birthYear !== null ? identityOf({ name, birthYear }) : null
  }
  return { goes: identity(absorbedId), stays: identity(keptId) }
}

type Asked = Pair & Awaited<ReturnType<typeof namesOf>>

async function voicesAmong(db: Db, tenant: City, asked: Asked, ideaIds: string[]): Promise<Keys[]> {
  const keys = [...(await scopeKeysOf(db, tenant, ideaIds))].map(([ideaId, scope]) => ({
    ideaId,
    going: voterKey(scope, asked.absorbedId),
    staying: voterKey(scope, asked.keptId),
    nameGoing: asked.goes ? voterKey(scope, asked.goes) : '-',
    nameStaying: asked.stays ? voterKey(scope, asked.stays) : '-',
  }))
  if (keys.length === 0) return []
  const rows = await db.execute<{ idea_id: string }>(sql`
    select distinct voice.idea_id from unnest(${listOf([...keys, ...keys], 'ideaId')}::text::uuid[],
      ${`{${[...keys.map(({ going }) => going), ...keys.map(({ staying }) => staying)].join(',')}}`}::text::text[]
    ) as asked (idea_id, voter)
    join lateral (
      select idea_id from supports where idea_id = asked.idea_id and voter_key = decode(asked.voter, 'hex') offset 0
    ) voice on true`)
  const found = new Set(rows.map((row) => row.idea_id))
  return keys.filter(({ ideaId }) => found.has(ideaId))
}
