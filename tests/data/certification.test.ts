import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ideas, journal, obligations, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import {
  confirmInvalidation,
  holdBursts,
  proposeInvalidation,
  releaseHeld,
  reverseInvalidation,
} from '@/lib/ideas/certification/commands'
import { certifyEarly } from '@/lib/ideas/certification/early/commands'
import { findChecking } from '@/lib/ideas/certification/queries'
import type { Examiner } from '@/lib/ideas/examination/rules'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { anAdmin, anIdeaWith, condition } from '../support/doubts'
import { anIdea, aPerson, belleville, paris, someoneSignedIn } from '../support/factories'

const now = new Date()
const day = 86_400_000
const reason = 'Des comptes créés en série par une même personne, dans la même heure.'

let first: Examiner, second: Examiner
beforeAll(async () => {
  first = await anAdmin()
  second = await anAdmin()
})

async function propose(ideaId: string) {
  await proposeInvalidation(paris, { ideaId, condition, reason, by: first, now })
  return (await findChecking(paris, ideaId, first))!.decisions[0]!
}
const read = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)
const told = (id: string, kind: string) =>
  inTenant(paris, (db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, id), eq(journal.kind, kind))),
  )
const counts = (id: string) =>
  inTenant(paris, (db) => db.$count(supports, and(eq(supports.ideaId, id), eq(supports.state, 'counted'))))

test('item 12, edge 9: sixty of 1,510 taken out inside the window annul the right and give the days back', async () => {
  const reachedAt = new Date(now.getTime() - 3 * day)
  const { id } = await anIdeaWith(1450, 60, { collection: 'reached', reachedAt, countAtThreshold: 1500 })
  const before = await read(id)
  const decision = await propose(id)
  expect(decision.foundCount).toBe(60)
  expect((await read(id)).supportCount).toBe(1510)
  expect(await confirmInvalidation(paris, { id: decision.id, by: first, now })).toMatchObject({
    refusal: 'same_person',
  })
  expect(await confirmInvalidation(paris, { id: decision.id, by: second, now })).toMatchObject({
    value: { count: 60 },
  })
  const after = await read(id)
  expect(after).toMatchObject({
    collection: 'open',
    reachedAt: null,
    epoch: before.epoch + 1,
    supportCount: 1450,
  })
  expect(await counts(id)).toBe(1450)
  expect(after.deadlineAt!.getTime() - before.deadlineAt!.getTime()).toBeGreaterThanOrEqual(3 * day)
  expect(await told(id, 'threshold_annulled')).toMatchObject([
    { visibility: 'public', detail: { taken: 60, count: 1450, days: 3, text: reason } },
  ])
})

test('item 12, edge 10: after certification the number is corrected and the right is kept', async () => {
  const certified = {
    collection: 'certified',
    reachedAt: new Date(now.getTime() - 9 * day),
    certifiedAt: now,
  } as const
  const { id } = await anIdeaWith(1450, 60, certified)
  await confirmInvalidation(paris, { id: (await propose(id)).id, by: second, now })
  expect(await read(id)).toMatchObject({ collection: 'certified', supportCount: 1450 })
  expect(await told(id, 'threshold_annulled')).toEqual([])
  expect(await told(id, 'supports_invalidated')).toMatchObject([
    { visibility: 'public', detail: { count: 60 } },
  ])
})

test('what was taken out by mistake comes back, and may cross the threshold again', async () => {
  const reachedAt = new Date(now.getTime() - day)
  const { id } = await anIdeaWith(1450, 60, { collection: 'reached', reachedAt, countAtThreshold: 1500 })
  const decision = await propose(id)
  await confirmInvalidation(paris, { id: decision.id, by: second, now })
  const back = {
    id: decision.id,
    by: first,
    now,
    reason: 'C’était une classe de lycée, en salle informatique.',
  }
  expect(await reverseInvalidation(paris, back)).toMatchObject({ value: { count: 60 } })
  expect(await reverseInvalidation(paris, back)).toMatchObject({ refusal: 'not_confirmed' })
  expect(await read(id)).toMatchObject({ collection: 'reached', supportCount: 1510 })
  expect(await counts(id)).toBe(1510)
})

test('a condition that finds nothing is refused, and one that says nothing cannot be written', async () => {
  const { id } = await anIdeaWith(5, 0)
  const proposed = proposeInvalidation(paris, { ideaId: id, condition, reason, by: first, now })
  expect(await proposed).toMatchObject({ refusal: 'nothing_found' })
  const all = sql`select app.move_supports(${id}::uuid, array['counted'], 'invalidated', null, null, false, null, null)`
  await expect(inTenant(paris, (db) => db.execute(all))).rejects.toThrow()
})

test('voices already taken out are not taken out twice, and nobody is told of nothing', async () => {
  const { id } = await anIdeaWith(5, 2)
  await propose(id).then(() => propose(id))
  const take = ({ id: decided }: { id: string }) =>
    confirmInvalidation(paris, { id: decided, by: second, now })
  const [once, again] = (await findChecking(paris, id, second))!.decisions
  expect([await take(once!), await take(again!)]).toMatchObject([{ ok: true }, { refusal: 'nothing_found' }])
  expect(await told(id, 'supports_invalidated')).toHaveLength(1)
})

test('edge 42: a burst of new accounts is held and shown, nobody is blocked, and release counts them', async () => {
  const publishedAt = new Date(now.getTime() - 10 * day)
  const { id } = await anIdea(paris, { publishedAt, threshold: 5000 })
  const give = async (count: number, joinedAt: Date) => {
    const people = await Promise.all(
      Array.from({ length: count }, () => someoneSignedIn(paris, { joinedAt })),
    )
    return Promise.all(people.map((person) => giveSupport({ tenant: paris, ideaId: id, ...person })))
  }
  await give(50, publishedAt)
  await give(60, now)
  expect((await read(id)).watchedUntil).not.toBeNull()
  expect(await told(id, 'supports_watched')).toHaveLength(1)

  const [late] = await give(1, now)
  expect(late).toEqual({ status: 409, reason: 'set_aside' })
  const [known] = await give(1, publishedAt)
  expect(known).toMatchObject({ status: 200, counted: true })
  await holdBursts(paris)
  expect(await read(id)).toMatchObject({ supportCount: 51, heldCount: 61 })
  expect(await releaseHeld(paris, { ideaId: id, by: first, now })).toMatchObject({ value: { count: 61 } })
  expect(await read(id)).toMatchObject({ supportCount: 112, heldCount: 0, watchedUntil: null })
})

test('another city’s voices are not there', async () => {
  const { id } = await anIdea(belleville, { supportCount: 0 })
  expect(await findChecking(paris, id, first)).toBeNull()
})

test('what was looked at may be certified before the last day, in words for everyone, by somebody else', async () => {
  const { id } = await anIdeaWith(3, 0, { threshold: 3, collection: 'reached', reachedAt: now })
  const text = 'Les nombres de chaque jour sont réguliers, rien n’a été relevé.'
  const certified = await certifyEarly(paris, { ideaId: id, text, by: first, now })
  expect(certified).toEqual({ ok: true, value: undefined })
  expect(await read(id)).toMatchObject({ collection: 'certified', examination: 'due', certifiedAt: now })
  expect(await told(id, 'threshold_certified')).toMatchObject([
    { byRole: 'admin', detail: { count: 3, text } },
  ])
  const owed = await inTenant(paris, (db) => db.$count(obligations, eq(obligations.ideaId, id)))
  expect(owed).toBe(4)
  expect(await certifyEarly(paris, { ideaId: id, text, by: first, now })).toEqual({
    ok: false,
    refusal: 'not_reached',
  })
})

test('nothing is certified early while a voice is in doubt, nor by who carries it', async () => {
  const doubtful = await anIdeaWith(3, 1, { threshold: 3, collection: 'reached', reachedAt: now })
  await propose(doubtful.id)
  const held = await anIdea(paris, { collection: 'reached', reachedAt: now, heldCount: 1 })
  const own = await anIdea(paris, { collection: 'reached', reachedAt: now, authorId: first.id })
  const text = 'Les nombres de chaque jour sont réguliers, rien n’a été relevé.'
  const certified = (ideaId: string, by = first) => certifyEarly(paris, { ideaId, text, by, now })
  expect(await certified(doubtful.id)).toEqual({ ok: false, refusal: 'still_proposed' })
  expect(await certified(held.id)).toEqual({ ok: false, refusal: 'still_held' })
  expect(await certified(own.id)).toEqual({ ok: false, refusal: 'own_idea' })
  const nobody = { id: await aPerson(paris), grants: [] }
  expect(await certified(own.id, nobody)).toEqual({ ok: false, refusal: 'out_of_scope' })
  const moderator = { id: nobody.id, grants: [{ ...first.grants[0]!, role: 'moderator' as const }] }
  expect(await certified(own.id, moderator)).toEqual({ ok: true, value: undefined })
})
