import 'server-only'
import { sql } from 'drizzle-orm'
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

export function sealed(tenant: City, ideaIds: string[]): Buffer {
  return Buffer.from(seal(purpose, tenant.id, Buffer.from(JSON.stringify(ideaIds))))
}

/** Each counts again where voices are still given. */
export async function giveBackVoices(
  db: Db,
  tenant: City,
  { personId, sealed }: { personId: string; sealed: Buffer },
): Promise<number> {
  const ideaIds = JSON.parse(unseal(purpose, tenant.id, sealed.toString()).toString()) as string[]
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
