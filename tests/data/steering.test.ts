import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import {
  prolongCollection,
  resumeCollection,
  suspendCollection,
  takeUpEarly,
} from '@/lib/ideas/steering/commands'
import { beginPause, compensateOutage, endPause } from '@/lib/ideas/steering/pauses/commands'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { aPerson, anIdea, belleville, marsa, paris, someoneSignedIn } from '../support/factories'
import { aWholeDraft, belleville as city, ines, yes } from '../support/deposits'

const now = new Date()
const day = 86_400_000
const later = (days: number) => new Date(now.getTime() + days * day)
const text = 'Décision du tribunal administratif du 3 mars, rendue publique le jour même.'
const inForce = (role: 'admin' | 'signatory') => [{ role, scopeKind: 'city', scopeValue: null }] as const
const admin = async (where: { id: string }) => ({
  id: await aPerson(where, { role: 'admin' }),
  grants: inForce('admin'),
})
const read = (where: { id: string }, id: string) =>
  inTenant(where, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)
const told = (where: { id: string }, aboutId: string, kind: string) =>
  inTenant(where, async (db) => {
    const about = and(eq(journal.aboutId, aboutId), eq(journal.kind, kind))
    return (
      await db.select({ detail: journal.detail, visibility: journal.visibility }).from(journal).where(about)
    ).filter(({ visibility }) => visibility === 'public')
  })

test('a collection is prolonged in public, never cut short', async () => {
  const { id } = await anIdea(paris, { deadlineAt: new Date('2030-03-01T23:00:00Z') })
  const by = await admin(paris)
  const until = (lastDay: string, when = new Date('2030-02-01')) =>
    prolongCollection(paris, { ideaId: id, lastDay, text, by, now: when })
  expect(await until('2030-03-01')).toEqual({ ok: false, refusal: 'not_later' })
  expect(await until('2034-01-01')).toEqual({ ok: false, refusal: 'too_far' })
  expect(await until('2030-04-15')).toMatchObject({ ok: true })
  expect((await read(paris, id)).deadlineAt).toEqual(new Date('2030-04-15T22:00:00Z'))
  expect(await told(paris, id, 'deadline_prolonged')).toMatchObject([{ detail: { text } }])
})

test('a suspended collection takes no support, and gets back each day of which it lost a part', async () => {
  const { id } = await anIdea(paris)
  const before = (await read(paris, id)).deadlineAt!
  const by = await admin(paris)
  expect(await suspendCollection(paris, { ideaId: id, text, by, now })).toMatchObject({ ok: true })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...(await someoneSignedIn(paris)) })).toEqual({
    status: 409,
    reason: 'closed',
  })
  expect(await resumeCollection(paris, { ideaId: id, text, by, now: later(2) })).toMatchObject({ ok: true })
  const after = await read(paris, id)
  expect(after.collection).toBe('open')
  expect((after.deadlineAt!.getTime() - before.getTime()) / day).toBeCloseTo(3, 0)
  expect(
    [await told(paris, id, 'suspended'), await told(paris, id, 'resumed')].map(({ length }) => length),
  ).toEqual([1, 1])
})

test('an elected person takes an idea up early where they may sign, and its collection goes on', async () => {
  const { id } = await anIdea(paris, { districtCode: '75-1' })
  const elsewhere = [{ role: 'signatory', scopeKind: 'district', scopeValue: '75-2' }] as const
  const take = (grants: Parameters<typeof takeUpEarly>[1]['by']['grants'], personId: string) =>
    takeUpEarly(paris, { ideaId: id, text, by: { id: personId, grants }, now })
  expect(await take(elsewhere, await aPerson(paris))).toEqual({ ok: false, refusal: 'elsewhere' })
  expect(await take(inForce('signatory'), await aPerson(paris))).toMatchObject({ ok: true })
  expect(await read(paris, id)).toMatchObject({ collection: 'open', examination: 'due', takenUpAt: now })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...(await someoneSignedIn(paris)) })).toMatchObject({
    counted: true,
  })
})

test('edge 16: after an outage every open collection of the city is given its days, and no other city’s', async () => {
  const [open, over] = [await anIdea(marsa), await anIdea(marsa, { collection: 'expired', expiredAt: now })]
  const elsewhere = await anIdea(belleville)
  const before = await Promise.all([
    read(marsa, open.id),
    read(marsa, over.id),
    read(belleville, elsewhere.id),
  ])
  await compensateOutage(marsa, { days: 1, text, byId: await aPerson(marsa), now })
  const after = await Promise.all([
    read(marsa, open.id),
    read(marsa, over.id),
    read(belleville, elsewhere.id),
  ])
  const given = after.map(
    (idea, place) => (idea.deadlineAt!.getTime() - before[place]!.deadlineAt!.getTime()) / day,
  )
  expect(given.map(Math.round)).toEqual([1, 0, 0])
  expect(await told(marsa, open.id, 'deadline_prolonged')).toMatchObject([{ detail: { text, days: 1 } }])
})

test('edges 17 and 18: during a pause everything stands still, what is published waits, and all begin again with their days', async () => {
  const running = await anIdea(belleville)
  const alone = await anIdea(belleville)
  const by = await admin(belleville)
  await suspendCollection(belleville, { ideaId: alone.id, text, by, now })
  expect(await beginPause(belleville, { text, byId: by.id, now })).toMatchObject({ ok: true })
  expect(await beginPause(belleville, { text, byId: by.id, now })).toEqual({
    ok: false,
    refusal: 'already_paused',
  })
  expect((await read(belleville, running.id)).collection).toBe('suspended')

  const author = await ines()
  const ideaId = await aWholeDraft({ personId: author.id, draftKey: null })
  await submitIdea(city, { ideaId, person: author, draftKey: null, answers: yes, now })
  await publishIdea(belleville, { ideaId, byId: by.id, now: later(1) })
  const waiting = await read(belleville, ideaId)
  expect(waiting).toMatchObject({ publication: 'published', collection: 'suspended' })
  expect(await resumeCollection(belleville, { ideaId, text, by, now })).toEqual({
    ok: false,
    refusal: 'paused_with_all',
  })

  expect(await endPause(belleville, { text, byId: by.id, now: later(10) })).toMatchObject({ ok: true })
  const begun = await read(belleville, ideaId)
  expect(begun.collection).toBe('open')
  expect((begun.deadlineAt!.getTime() - waiting.deadlineAt!.getTime()) / day).toBeCloseTo(10, 0)
  expect((await read(belleville, running.id)).collection).toBe('open')
  expect((await read(belleville, alone.id)).collection).toBe('suspended')
  expect(await endPause(belleville, { text, byId: by.id, now: later(10) })).toEqual({
    ok: false,
    refusal: 'not_paused',
  })
  const [left] = await inTenant(belleville, (db) =>
    db.execute<{ count: number }>(sql`select count(*)::int as count from ideas where paused_by is not null`),
  )
  expect(left!.count).toBe(0)
})
