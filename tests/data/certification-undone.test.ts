import { readFile } from 'node:fs/promises'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ideas, invalidations, journal, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import {
  confirmInvalidation,
  proposeInvalidation,
  releaseHeld,
  reverseInvalidation,
} from '@/lib/ideas/certification/commands'
import type { Examiner } from '@/lib/ideas/examination/rules'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { record } from '@/lib/journal/commands'
import { beginUnion, uniteOwn } from '@/lib/people/unions/commands'
import { shippedCities } from '@/tenants/shipped'
import { anIdea, aPerson, someoneSignedIn } from '../support/factories'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const now = new Date()
const reason = 'Des comptes créés en série par une même personne, dans la même heure.'
const because = 'C’était une classe de lycée, en salle informatique.'
const day = '2026-03-03'
const inCity = <T>(work: Parameters<typeof inTenant<T>>[1]) => inTenant(paris, work)

let first: Examiner, second: Examiner
beforeAll(async () => {
  const admin = { role: 'admin', scopeKind: 'city', scopeValue: null } as const
  first = { id: await aPerson(paris), grants: [admin] }
  second = { id: await aPerson(paris), grants: [admin] }
})

/** Voices of one day, of accounts just opened: some are counted, the others wait to be looked at. */
async function aBurst(counted: number, held: number, threshold: number) {
  const { id } = await anIdea(paris, { supportCount: counted, heldCount: held, threshold })
  await inCity((db) =>
    db.execute(sql`
      insert into supports (idea_id, voter_key, state, counted_on, changed_on, is_fresh)
      select ${id}::uuid, decode(md5(n::text) || md5(n::text), 'hex'),
        case when n <= ${counted}::int then 'counted' else 'held' end, ${day}::date, ${day}::date, true
      from generate_series(1, ${counted + held}::int) n`),
  )
  return id
}

async function takenOut(ideaId: string, onlyHeld = false) {
  const condition = { fromDay: day, toDay: '2099-12-31', onlyFresh: false, onlyHeld }
  await proposeInvalidation(paris, { ideaId, condition, reason, by: first, now })
  const open = and(eq(invalidations.ideaId, ideaId), sql`confirmed_at is null`)
  const [decision] = await inCity((db) => db.select().from(invalidations).where(open))
  await confirmInvalidation(paris, { id: decision!.id, by: second, now })
  return decision!.id
}

const undo = (id: string) => reverseInvalidation(paris, { id, by: first, now, reason: because })
const read = async (id: string) => (await inCity((db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!
const decisionOf = async (id: string) =>
  (await inCity((db) => db.select().from(invalidations).where(eq(invalidations.id, id))))[0]!
const inState = (id: string, state: 'counted' | 'held') =>
  inCity((db) => db.$count(supports, and(eq(supports.ideaId, id), eq(supports.state, state))))
const told = (id: string) =>
  inCity((db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, id), eq(journal.kind, 'supports_restored'))),
  )

test('what was held when it was taken out waits again, and the threshold is crossed by what counts alone', async () => {
  const id = await aBurst(9, 3, 10)
  const decision = await takenOut(id)
  expect(await read(id)).toMatchObject({ supportCount: 0, heldCount: 0 })
  expect(await undo(decision)).toMatchObject({ value: { count: 9 } })
  expect(await read(id)).toMatchObject({ supportCount: 9, heldCount: 3, collection: 'open' })
  expect([await inState(id, 'counted'), await inState(id, 'held')]).toEqual([9, 3])
  expect(await told(id)).toMatchObject([
    { visibility: 'public', detail: { count: 9, held: 3, text: because } },
  ])
  expect(await decisionOf(decision)).toMatchObject({ takenCount: 12, restoredCount: 9, heldAgainCount: 3 })

  expect(await releaseHeld(paris, { ideaId: id, by: first, now })).toMatchObject({ value: { count: 3 } })
  expect(await read(id)).toMatchObject({ supportCount: 12, heldCount: 0, collection: 'reached' })
})

test('a decision about what was held gives nothing to the count when it is undone', async () => {
  const id = await aBurst(2, 3, 4)
  const decision = await takenOut(id, true)
  expect(await read(id)).toMatchObject({ supportCount: 2, heldCount: 0 })
  expect(await undo(decision)).toMatchObject({ value: { count: 0 } })
  expect(await read(id)).toMatchObject({ supportCount: 2, heldCount: 3, collection: 'open' })
  expect(await told(id)).toMatchObject([{ detail: { count: 0, held: 3 } }])
})

test('what was looked at and counted since is taken out and comes back as counted', async () => {
  const id = await aBurst(1, 3, 100)
  await undo(await takenOut(id))
  await releaseHeld(paris, { ideaId: id, by: first, now })
  await undo(await takenOut(id))
  expect(await read(id)).toMatchObject({ supportCount: 4, heldCount: 0 })
  expect([await inState(id, 'counted'), await inState(id, 'held')]).toEqual([4, 0])
})

/** Two accounts of one person: the one that goes gave its voice in a burst, and it is held. */
async function aHeldVoice() {
  const { id } = await anIdea(paris)
  const absorbed = await someoneSignedIn(paris)
  const kept = await someoneSignedIn(paris, { email: `${crypto.randomUUID()}@exemple.fr` })
  await giveSupport({ tenant: paris, ideaId: id, ...absorbed })
  await inCity(async (db) => {
    await db.update(supports).set({ state: 'held', countedOn: day }).where(eq(supports.ideaId, id))
    await db.update(ideas).set({ supportCount: 0, heldCount: 1 }).where(eq(ideas.id, id))
  })
  const unite = async () => {
    const token = crypto.randomUUID()
    await beginUnion(paris, { personId: kept.personId, token, now })
    expect(await uniteOwn(paris, { token, personId: absorbed.personId, now })).toMatchObject({ ok: true })
  }
  return { id, kept, unite }
}

test('a voice taken out while it was held is still to be looked at after its account became another', async () => {
  const { id, unite } = await aHeldVoice()
  const decision = await takenOut(id)
  await unite()
  expect(await undo(decision)).toMatchObject({ value: { count: 0 } })
  expect(await read(id)).toMatchObject({ supportCount: 0, heldCount: 1 })
})

test('of two voices of one person, one counted and one held when taken out, the one that counts comes back', async () => {
  const { id, kept, unite } = await aHeldVoice()
  await giveSupport({ tenant: paris, ideaId: id, ...kept })
  const decision = await takenOut(id)
  await unite()
  expect(await undo(decision)).toMatchObject({ value: { count: 1 } })
  expect(await read(id)).toMatchObject({ supportCount: 1, heldCount: 0 })
})

describe('what was decided before rows remembered that they were held', () => {
  /** As the older version left it: taken out, and no mark of what it was. */
  async function takenOutThen(watchedOn: string | null, releasedOn: string | null = null, onlyHeld = false) {
    const id = await aBurst(2, onlyHeld ? 3 : 0, 100)
    const wrote = async (kind: 'supports_watched' | 'supports_released', on: string) => {
      const by = { byId: null, byRole: 'system', visibility: 'public' } as const
      await inCity((db) => record(db, { kind, aboutId: id, at: new Date(`${on}T11:00:00Z`), ...by }))
    }
    if (watchedOn) await wrote('supports_watched', watchedOn)
    if (releasedOn) await wrote('supports_released', releasedOn)
    const decision = await takenOut(id, onlyHeld)
    await inCity((db) => db.update(supports).set({ heldBefore: null }).where(eq(supports.ideaId, id)))
    return { id, decision }
  }

  test('what can be known is: held alone, or new accounts of a day that was watched, unless let go since', async () => {
    const heldAlone = await takenOutThen(null, null, true)
    const watched = await takenOutThen(day)
    const released = await takenOutThen(day, '2026-03-04')
    const anotherDay = await takenOutThen('2026-03-05')
    const quiet = await takenOutThen(null)
    const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
    await owner.unsafe(await readFile('drizzle/migrations/0053_held-then.sql', 'utf8'))
    await owner.end()
    const back = []
    for (const { id, decision } of [heldAlone, watched, released, anotherDay, quiet]) {
      await undo(decision)
      const { supportCount, heldCount } = await read(id)
      back.push([supportCount, heldCount])
    }
    expect(back).toEqual([
      [2, 3],
      [0, 2],
      [2, 0],
      [2, 0],
      [2, 0],
    ])
  })
})
