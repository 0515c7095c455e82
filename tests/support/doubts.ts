import { sql } from 'drizzle-orm'
import type { ideas } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import type { Examiner } from '@/lib/ideas/examination/rules'
import { anIdea, aPerson, paris } from './factories'

export async function anAdmin(): Promise<Examiner> {
  return { id: await aPerson(paris), grants: [{ role: 'admin', scopeKind: 'city', scopeValue: null }] }
}
/** An idea with so many voices given on one day, and so many doubtful ones on the next. */
export async function anIdeaWith(
  good: number,
  doubtful: number,
  detail: Partial<typeof ideas.$inferInsert> = {},
) {
  const idea = await anIdea(paris, { supportCount: good + doubtful, ...detail })
  const voices = (from: number, count: number, on: string, isFresh: boolean) => sql`
    insert into supports (idea_id, voter_key, state, counted_on, changed_on, is_fresh)
    select ${idea.id}::uuid, decode(md5(n::text) || md5(n::text), 'hex'), 'counted', ${on}::date, ${on}::date, ${isFresh}
    from generate_series(${from + 1}::int, ${from + count}::int) n`
  await inTenant(paris, async (db) => {
    await db.execute(voices(0, good, '2026-03-02', false))
    await db.execute(voices(good, doubtful, '2026-03-03', true))
  })
  return idea
}

/** The doubtful ones. */
export const condition = { fromDay: '2026-03-03', toDay: '2026-03-03', onlyFresh: true, onlyHeld: false }
