import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { decisions, grants, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { pullBack } from '@/lib/ideas/authoring/commands'
import { publishIdea, refuseIdea } from '@/lib/ideas/moderation/commands'
import { claimTask, claimTasks, releaseTasks } from '@/lib/moderation/desk/commands'
import { findTask, findTaskAbout } from '@/lib/moderation/desk/queries'
import { leftQuery, readLeft, readQueue } from '@/lib/moderation/queue/input'
import { listQueue } from '@/lib/moderation/queue/queries'
import { holdTask, releaseHold } from '@/lib/moderation/rounds/commands'
import { grantsInForce } from '@/lib/people/roles/queries'
import { aPerson, marsa } from '../../support/factories'
import { belleville } from '../../support/deposits'
import { aReader, sent, taskOf, why } from '../../support/desk'

const now = new Date()
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const readerOf = async (id: string) => ({ id, grants: await inCity((db) => grantsInForce(db, id)) })
const queue = async (id: string, query: Record<string, string> = {}) =>
  listQueue(belleville, { ...readQueue(query), reader: await readerOf(id) })

describe('what waits', () => {
  test('comes to the desk when it is sent and leaves it when it is taken back', async () => {
    const { ideaId, personId } = await sent()
    const taskId = await taskOf(ideaId, 'submission')
    await pullBack(belleville, { ideaId, personId, now })
    await expect(taskOf(ideaId, 'submission')).rejects.toThrow('no open submission')
    expect(await findTaskAbout(belleville, ideaId)).toBe(taskId)
  })

  test('is read fifty at a time, each once, the oldest duty first', async () => {
    const reader = await aReader()
    const rows = Array.from({ length: 60 }, (_, place) => ({
      ...{ subjectKind: 'idea' as const, subjectId: crypto.randomUUID(), kind: 'report' as const },
      title: `Une file longue ${place}`,
      openedAt: now,
      dueAt: new Date(now.getTime() - (place % 7) * 1000),
    }))
    await inCity((db) => db.insert(tasks).values(rows))
    const first = await queue(reader, { q: 'file longue' })
    const { next } = first
    const second = await queue(reader, { q: 'file longue', apres: `${next!.dueAt.getTime()}_${next!.id}` })
    const seen = [...first.shown, ...second.shown]
    expect(first.shown).toHaveLength(50)
    expect(second).toMatchObject({ next: null })
    expect(new Set(seen.map(({ id }) => id)).size).toBe(60)
    expect(seen.map(({ dueAt }) => dueAt.getTime())).toEqual(
      seen.map(({ dueAt }) => dueAt.getTime()).toSorted((one, other) => one - other),
    )
  })

  test('is only a district’s to who reads for that district, and only theirs to decide', async () => {
    const local = await aPerson(belleville)
    const [here] = belleville.territory.districts
    const scope = { scopeKind: 'district', scopeValue: here!.code, startsAt: new Date(0) } as const
    await inCity((db) => db.insert(grants).values({ personId: local, role: 'moderator', ...scope }))
    const { ideaId } = await sent()
    const { shown } = await queue(local)
    expect(shown.every(({ districtCode }) => districtCode === here!.code)).toBe(true)
    expect(await publishIdea(belleville, { ideaId, byId: local, now })).toMatchObject({
      refusal: 'outside_scope',
    })
    expect(
      await findTask(belleville, { id: await taskOf(ideaId, 'submission'), reader: await readerOf(local) }),
    ).toBeNull()
  })

  test('another city’s desk is not there', async () => {
    const { ideaId } = await sent()
    const [id, foreign] = [await taskOf(ideaId, 'submission'), await aPerson(marsa, { role: 'moderator' })]
    const grantsThere = await inTenant(marsa, (db) => grantsInForce(db, foreign))
    expect(await findTask(marsa, { id, reader: { id: foreign, grants: grantsThere } })).toBeNull()
    expect(await claimTask(marsa, { taskId: id, byId: foreign, now, takeOver: true })).toMatchObject({
      refusal: 'not_there',
    })
    expect(await publishIdea(marsa, { ideaId, byId: foreign, now })).toMatchObject({ refusal: 'not_there' })
  })
})

describe('item 24: a moderator who opens a locked task', () => {
  test('sees who holds it and since when, and decides nothing about it', async () => {
    const { ideaId } = await sent()
    const [sofia, omar] = [await aReader('Sofia Rossi'), await aReader()]
    const taskId = await taskOf(ideaId, 'submission')
    expect(await claimTask(belleville, { taskId, byId: sofia, now, takeOver: false })).toMatchObject({
      ok: true,
    })
    const read = await findTask(belleville, { id: taskId, reader: await readerOf(omar) })
    expect(read).toMatchObject({ isLocked: true, holder: 'Sofia Rossi' })
    expect(Math.abs(read!.task.lockedAt!.getTime() - Date.now())).toBeLessThan(60_000)
    expect(await publishIdea(belleville, { ideaId, byId: omar, now })).toMatchObject({
      refusal: 'locked_by_other',
    })
    expect(await claimTask(belleville, { taskId, byId: omar, now, takeOver: false })).toMatchObject({
      refusal: 'locked_by_other',
    })
  })

  test('takes it over on purpose, and the register says so', async () => {
    const { ideaId } = await sent()
    const [sofia, omar] = [await aReader('Sofia Rossi'), await aReader()]
    const taskId = await taskOf(ideaId, 'submission')
    await claimTask(belleville, { taskId, byId: sofia, now, takeOver: false })
    expect(await claimTask(belleville, { taskId, byId: omar, now, takeOver: true })).toMatchObject({
      ok: true,
    })
    const taken = and(eq(decisions.taskId, taskId), eq(decisions.act, 'take_over'))
    expect(await inCity((db) => db.$count(decisions, taken))).toBe(1)
    expect(await publishIdea(belleville, { ideaId, byId: sofia, now })).toMatchObject({
      refusal: 'locked_by_other',
    })
    expect(await publishIdea(belleville, { ideaId, byId: omar, now })).toMatchObject({ ok: true })
  })

  test('finds it free after twenty minutes', async () => {
    const { ideaId } = await sent()
    const [sofia, omar] = [await aReader(), await aReader()]
    const taskId = await taskOf(ideaId, 'submission')
    await claimTask(belleville, { taskId, byId: sofia, now, takeOver: false })
    const past = { lockUntil: new Date(now.getTime() - 1000) }
    await inCity((db) => db.update(tasks).set(past).where(eq(tasks.id, taskId)))
    expect(await publishIdea(belleville, { ideaId, byId: omar, now })).toMatchObject({ ok: true })
  })
})

test('several tasks are taken at once: never one’s own, never what another holds, and why is said', async () => {
  const [sofia, omar] = [await aReader(), await aReader()]
  const [free, held, own] = [await sent(), await sent(), await sent()]
  const taskIds = await Promise.all([free, held, own].map(({ ideaId }) => taskOf(ideaId, 'submission')))
  await claimTask(belleville, { taskId: taskIds[1]!, byId: sofia, now, takeOver: false })
  await inCity((db) => db.update(tasks).set({ authorId: omar }).where(eq(tasks.id, taskIds[2]!)))
  const left = { own_item: 1, locked_by_other: 1 }
  expect(await claimTasks(belleville, { taskIds, byId: omar })).toMatchObject({ value: { count: 1, left } })
  const said = new URLSearchParams(leftQuery(left))
  expect(readLeft(Object.fromEntries(said))).toEqual(left)
  expect(readLeft({ laisses: 'own_item.0-nonsense.3-same_reader.x' })).toEqual({})
  await releaseTasks(belleville, { taskIds, byId: omar })
  const [still] = await inCity((db) => db.select().from(tasks).where(eq(tasks.id, taskIds[1]!)))
  expect(still).toMatchObject({ lockedById: sofia })
})

test('what is on hold is decided by nobody until it is released', async () => {
  const { ideaId } = await sent()
  const [byId, taskId] = [await aReader(), await taskOf(ideaId, 'submission')]
  expect(await holdTask(belleville, { taskId, byId, text: 'court', now })).toMatchObject({
    refusal: 'reason_too_short',
  })
  expect(await holdTask(belleville, { taskId, byId, text: why, now })).toMatchObject({ ok: true })
  expect(await publishIdea(belleville, { ideaId, byId, now })).toMatchObject({ refusal: 'on_hold' })
  await releaseHold(belleville, { taskId, byId, now })
  expect(await publishIdea(belleville, { ideaId, byId, now })).toMatchObject({ ok: true })
})

test('beside a text stand those that say something like it, refused ones with their reason', async () => {
  const first = await sent({ title: 'Un brumisateur sous les arcades' })
  const second = await sent({ title: 'Des brumisateurs sous les arcades' })
  const byId = await aReader()
  await refuseIdea(belleville, { ideaId: first.ideaId, byId, code: 'duplicate', text: why, now })
  const reader = await readerOf(byId)
  const read = await findTask(belleville, { id: await taskOf(second.ideaId, 'submission'), reader })
  expect(read!.alike).toContainEqual(expect.objectContaining({ id: first.ideaId, publication: 'refused' }))
  expect(read!.alike.every(({ id }) => id !== second.ideaId)).toBe(true)
})
