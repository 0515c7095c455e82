import 'server-only'
import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { supportBans } from '../../../../drizzle/schema'
import { seal, unseal } from '../../../auth/sealing'
import type { Db } from '../../../db'
import { atATime, beforeAll, ideasWithKey } from '../../../ideas/supports/queries'
import { scopeKeysOf, voterKey } from '../../../ideas/supports/scope-keys'
import { changed } from '../../../tenancy/freshness'

type City = { id: string }
const purpose = 'suspended-voices'

/** Takes somebody's voices out of what still gathers, and says which, sealed: without it they could not be given back. */
export async function suspendVoices(db: Db, tenant: City, personId: string) {
  const taken: string[] = []
  for (let after = beforeAll, full = true; full;) {
    const tried = await ideasWithKey(db, after)
    taken.push(...(await moved(db, tenant, { personId, ideaIds: tried, by: sql`app.suspend_voices` })))
    full = tried.length === atATime
    after = tried.at(-1) ?? after
  }
  await tellPages(db, taken)
  return { taken, sealed: sealed(tenant, taken) }
}

/** Whose voices are set aside, held still: before any voice is, as a decision about one of them holds it. */
export function holdBans(db: Db) {
  const inForce = and(
    isNotNull(supportBans.confirmedAt),
    or(isNull(supportBans.outcome), ne(supportBans.outcome, 'lifted')),
  )
  return db.select().from(supportBans).where(inForce).orderBy(supportBans.id).for('update')
}

type Bans = Awaited<ReturnType<typeof holdBans>>

/** What comes back to an idea comes back to none of them; to be given back with their others. */
export async function suspendAgain(db: Db, tenant: City, ideaId: string, bans: Bans): Promise<void> {
  for (const { id, personId, voicesSealed } of bans) {
    const asked = { personId, ideaIds: [ideaId], by: sql`app.suspend_voices` }
    if ((await moved(db, tenant, asked)).length === 0) continue
    const before = voicesSealed ? opened(tenant, voicesSealed) : []
    const again = { voicesSealed: sealed(tenant, [...before, ideaId]) }
    await db.update(supportBans).set(again).where(eq(supportBans.id, id))
  }
}

export function sealed(tenant: City, ideaIds: string[]): Buffer {
  return Buffer.from(seal(purpose, tenant.id, Buffer.from(JSON.stringify(ideaIds))))
}

const opened = (tenant: City, sealed: Buffer) =>
  JSON.parse(unseal(purpose, tenant.id, sealed.toString()).toString()) as string[]

/** Each counts again where voices are still given. */
export async function giveBackVoices(
  db: Db,
  tenant: City,
  { personId, sealed }: { personId: string; sealed: Buffer },
): Promise<number> {
  const ideaIds = opened(tenant, sealed)
  const given = await moved(db, tenant, { personId, ideaIds, by: sql`app.give_back_voices` })
  await tellPages(db, given)
  return given.length
}

type Moving = { personId: string; ideaIds: string[]; by: ReturnType<typeof sql> }

async function moved(db: Db, tenant: City, { personId, ideaIds, by }: Moving): Promise<string[]> {
  const keys = [...(await scopeKeysOf(db, tenant, ideaIds))]
  if (keys.length === 0) return []
  const ids = `{${keys.map(([id]) => id).join(',')}}`
  const voters = `{${keys.map(([, scope]) => voterKey(scope, personId)).join(',')}}`
  const [row] = await db.execute<{ moved: string[] }>(
    sql`select ${by}(${ids}::text::uuid[], ${voters}::text::text[])::text[] as moved`,
  )
  return row!.moved
}

async function tellPages(db: Db, ideaIds: string[]): Promise<void> {
  for (const id of ideaIds) await changed(db, `idea:${id}`)
  if (ideaIds.length > 0) await changed(db, 'ideas')
}
