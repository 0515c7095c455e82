import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { people, sessions, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { findCount, findStanding } from '@/lib/ideas/supports/queries'
import { anIdea, aPerson, aSession, belleville, marsa, paris, someoneSignedIn } from '../support/factories'

const countedIn = (ideaId: string) =>
  inTenant(paris, (db) =>
    db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted'))),
  )

test('a voice counts once however often it is given', async () => {
  const idea = await anIdea(paris)
  const karima = await someoneSignedIn(paris)
  const voice = { tenant: paris, ideaId: idea.id, ...karima }
  const counted = { status: 200, counted: true, count: 1, threshold: 1500, reached: false }
  expect(await giveSupport(voice)).toEqual({ ...counted, repeated: false })
  expect(await giveSupport(voice)).toEqual({ ...counted, repeated: true })
  expect(await Promise.all(Array.from({ length: 40 }, () => giveSupport(voice)))).toEqual(
    Array(40).fill({ ...counted, repeated: true }),
  )
  expect(await countedIn(idea.id)).toBe(1)
})

test('edge 7: a voice taken back is no longer counted, and may be given again', async () => {
  const idea = await anIdea(paris)
  const voice = { tenant: paris, ideaId: idea.id, ...(await someoneSignedIn(paris)) }
  await giveSupport(voice)
  expect(await takeBackSupport(voice)).toMatchObject({ status: 200, counted: false, count: 0 })
  expect(await takeBackSupport(voice)).toMatchObject({ status: 200, counted: false, count: 0 })
  expect(await giveSupport(voice)).toMatchObject({ status: 200, counted: true, count: 1 })
})

test('who gives and takes back in one breath is counted again, though nobody else is in line', async () => {
  const [idea, karima, other] = [
    await anIdea(paris),
    await someoneSignedIn(paris),
    await someoneSignedIn(paris),
  ]
  const voice = { tenant: paris, ideaId: idea.id, ...karima }
  const asked = [giveSupport({ ...voice, ...other }), giveSupport(voice), takeBackSupport(voice)]
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await countedIn(idea.id)).toBe(1)
})

test('edge 8: a fourth change of mind in one day waits for the next', async () => {
  const idea = await anIdea(paris)
  const voice = { tenant: paris, ideaId: idea.id, ...(await someoneSignedIn(paris)) }
  await giveSupport(voice)
  await takeBackSupport(voice)
  await giveSupport(voice)
  const refused = await takeBackSupport(voice)
  expect(refused).toMatchObject({ status: 429, reason: 'changed_too_often' })
  expect(refused).toHaveProperty(
    'retryAfter',
    expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 86_401),
  )
  expect(await giveSupport(voice)).toMatchObject({ status: 200, counted: true, count: 1 })
})

test('the thirty-first idea within an hour waits, also when all are asked at once', async () => {
  const karima = await someoneSignedIn(paris)
  const many = await Promise.all(Array.from({ length: 33 }, () => anIdea(paris)))
  const first = many.slice(0, 20).map(({ id }) => giveSupport({ tenant: paris, ideaId: id, ...karima }))
  expect(await Promise.all(first)).toEqual(Array(20).fill(expect.objectContaining({ status: 200 })))
  const rest = await Promise.all(
    many.slice(20).map(({ id }) => giveSupport({ tenant: paris, ideaId: id, ...karima })),
  )
  expect(rest.filter(({ status }) => status === 200)).toHaveLength(10)
  expect(rest.filter(({ status }) => status === 429)).toHaveLength(3)
  const again = await giveSupport({ tenant: paris, ideaId: many[0]!.id, ...karima })
  expect(again).toMatchObject({ status: 200, counted: true })
})

test('whoever is signed out, another, or gone is not counted', async () => {
  const idea = await anIdea(paris)
  const { sessionId, personId } = await someoneSignedIn(paris)
  const other = await aPerson(paris)
  const give = (as: { sessionId: string; personId: string }) =>
    giveSupport({ tenant: paris, ideaId: idea.id, ...as })
  expect(await give({ sessionId, personId: other })).toEqual({ status: 401 })
  expect(await give({ sessionId: randomUUID(), personId })).toEqual({ status: 401 })
  const past = { startedAt: new Date(0), expiresAt: new Date(1) }
  expect(await give(await aSession(paris, personId, past))).toEqual({ status: 401 })
  await inTenant(paris, (db) =>
    db
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(eq(sessions.id, sessionId)),
  )
  expect(await give({ sessionId, personId })).toEqual({ status: 401 })
  const fresh = await aSession(paris, personId)
  await inTenant(paris, (db) =>
    db
      .update(people)
      .set({ deletedAt: sql`now()` })
      .where(eq(people.id, personId)),
  )
  expect(await give(fresh)).toEqual({ status: 401 })
  expect(await countedIn(idea.id)).toBe(0)
})

test('the rules frozen on the idea say who may support it, and what is missing', async () => {
  const author = await someoneSignedIn(paris)
  const strict = {
    supportAssurance: 'A2',
    supportMinAge: 16,
    residence: ['lives', 'works'],
    authorId: author.personId,
  } as const
  const idea = await anIdea(paris, { ...strict, residence: [...strict.residence] })
  const year = new Date().getFullYear()
  const asked = async (detail: Parameters<typeof aPerson>[1]) =>
    giveSupport({ tenant: paris, ideaId: idea.id, ...(await someoneSignedIn(paris, detail)) })
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...author })).toEqual({
    status: 403,
    missing: 'own_idea',
    needs: '',
  })
  expect(await asked({ assurance: 'A1' })).toEqual({ status: 403, missing: 'assurance', needs: 'A2' })
  expect(await asked({ birthYear: null })).toEqual({ status: 403, missing: 'birth_year', needs: '16' })
  expect(await asked({ birthYear: year - 15 })).toEqual({ status: 403, missing: 'min_age', needs: '16' })
  expect(await asked({ residence: null })).toEqual({
    status: 403,
    missing: 'residence',
    needs: 'lives works',
  })
  expect(await asked({ residence: 'studies' })).toEqual({
    status: 403,
    missing: 'other_residence',
    needs: 'lives works',
  })
  expect(await asked({ assurance: 'A4', birthYear: year - 16, residence: 'works' })).toMatchObject({
    status: 200,
  })
})

test('only a published idea that is collecting can be supported', async () => {
  const karima = await someoneSignedIn(paris)
  const give = async (detail: Parameters<typeof anIdea>[1]) =>
    giveSupport({ tenant: paris, ideaId: (await anIdea(paris, detail)).id, ...karima })
  expect(await give({ publication: 'submitted', collection: 'not_started' })).toEqual({ status: 404 })
  expect(await give({ publication: 'hidden' })).toEqual({ status: 404 })
  expect(await give({ publication: 'withdrawn', collection: 'closed' })).toEqual({
    status: 409,
    reason: 'closed',
  })
  expect(await give({ collection: 'expired' })).toEqual({ status: 409, reason: 'closed' })
  expect(await give({ deadlineAt: new Date(Date.now() - 1) })).toEqual({ status: 409, reason: 'closed' })
  expect(await give({ collection: 'certified', reachedAt: new Date() })).toMatchObject({
    status: 200,
    reached: true,
  })
  expect(await giveSupport({ tenant: paris, ideaId: randomUUID(), ...karima })).toEqual({ status: 404 })
})

test('another city’s idea is not there, and its session is nobody', async () => {
  const idea = await anIdea(paris)
  const [here, elsewhere] = [await someoneSignedIn(paris), await someoneSignedIn(belleville)]
  expect(await giveSupport({ tenant: belleville, ideaId: idea.id, ...elsewhere })).toEqual({ status: 404 })
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...elsewhere })).toEqual({ status: 401 })
  expect(await giveSupport({ tenant: marsa, ideaId: idea.id, ...here })).toEqual({ status: 404 })
  expect(await findCount(belleville, idea.id)).toBeNull()
  expect(await findStanding(belleville, here, idea.id)).toBeNull()
  expect(await countedIn(idea.id)).toBe(0)
})
