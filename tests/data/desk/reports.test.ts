import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { decisions, evidence, ideas, letters, reports, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { findPublicIdea } from '@/lib/ideas/queries'
import { hideSubject, keepSubject } from '@/lib/moderation/hiding/commands'
import { findReport } from '@/lib/moderation/reports/queries'
import { forgetSome } from '@/lib/people/retention/commands'
import { aPerson, belleville as city } from '../../support/factories'
import { belleville } from '../../support/deposits'
import { aReader, published, reported, taskOf, why } from '../../support/desk'

const now = new Date()
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const publicationOf = async (id: string) =>
  (await inCity((db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!.publication
const hidden = { code: 'offensive', text: why, groundText: null } as const
const lettersTo = (address: string) =>
  inCity((db) =>
    db
      .select({ kind: letters.kind, detail: letters.detail })
      .from(letters)
      .where(eq(letters.address, address)),
  )

test('edge 61: fifty reports in a minute hide nothing, and make one task (T31)', async () => {
  const { ideaId } = await published()
  const all = await Promise.all(Array.from({ length: 50 }, () => reported(ideaId)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(50)
  expect(await publicationOf(ideaId)).toBe('published')
  const about = await inCity((db) =>
    db
      .select()
      .from(tasks)
      .where(and(eq(tasks.subjectId, ideaId), eq(tasks.kind, 'report'))),
  )
  expect(about).toMatchObject([{ reportCount: 50 }])
})

describe('a report', () => {
  test('is answered at once, by a page and a letter, without an account', async () => {
    const { ideaId } = await published()
    const outcome = await reported(ideaId, { email: 'voisine@exemple.fr' })
    const { id } = (outcome as { value: { id: string } }).value
    expect(await findReport(belleville, id)).toMatchObject({
      reason: 'offensive',
      decidedAt: null,
      hasAddress: true,
    })
    expect(await lettersTo('voisine@exemple.fr')).toMatchObject([{ kind: 'report_received' }])
    expect(await findReport({ id: 'paris' }, id)).toBeNull()
  })

  test('is one for each person and thing, until it is decided', async () => {
    const [{ ideaId }, from, personId] = [await published(), crypto.randomUUID(), await aPerson(city)]
    expect(await reported(ideaId, { from })).toMatchObject({ ok: true })
    expect(await reported(ideaId, { from })).toMatchObject({ refusal: 'already_reported' })
    expect(await reported(ideaId, { personId })).toMatchObject({ ok: true })
    expect(await reported(ideaId, { personId })).toMatchObject({ refusal: 'already_reported' })
    const twice = await Promise.all([1, 2].map(() => reported(ideaId, { from: 'the same door' })))
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('about a life in danger is due sooner', async () => {
    const { ideaId } = await published()
    await reported(ideaId)
    await reported(ideaId, { reason: 'threat' })
    const [task] = await inCity((db) =>
      db
        .select()
        .from(tasks)
        .where(and(eq(tasks.subjectId, ideaId), eq(tasks.kind, 'report'))),
    )
    expect(task!.dueAt.getTime() - Date.now()).toBeLessThan(4.1 * 3_600_000)
  })

  test('of what nobody can see is not taken', async () => {
    expect(await reported(crypto.randomUUID())).toMatchObject({ refusal: 'not_there' })
  })
})

test('a decision is told to both sides: the words for the author are not sent to who reported', async () => {
  const [{ ideaId }, byId] = [await published(), await aReader()]
  await reported(ideaId, { email: 'deux@exemple.fr' })
  const taskId = await taskOf(ideaId, 'report')
  expect(await hideSubject(belleville, { taskId, byId, now, ...hidden })).toMatchObject({ ok: true })
  expect(await findPublicIdea(belleville, ideaId)).toMatchObject({
    isHidden: true,
    title: '',
    refusalCode: 'offensive',
  })
  const told = await lettersTo('deux@exemple.fr')
  expect(told.map(({ kind }) => kind).sort()).toEqual(['report_decided', 'report_received'])
  expect(JSON.stringify(told)).not.toContain(why)
  const [written] = await inCity((db) =>
    db
      .select()
      .from(decisions)
      .where(and(eq(decisions.subjectId, ideaId), eq(decisions.act, 'hide'))),
  )
  expect(written).toMatchObject({ restriction: 'hidden', source: 'report', ground: 'rules', ruleVersion: 1 })
  expect(written!.appealUntil!.getTime()).toBeGreaterThan(now.getTime() + 29 * 86_400_000)
  const kept = await inCity((db) => db.select().from(evidence).where(eq(evidence.decisionId, written!.id)))
  expect(kept).toHaveLength(1)
  expect(kept[0]!.sealed).not.toContain('ombre')
})

test('who reported is told why a text stays, in the moderator’s words', async () => {
  const [{ ideaId }, byId] = [await published(), await aReader()]
  await reported(ideaId, { email: 'reste@exemple.fr' })
  await keepSubject(belleville, { taskId: await taskOf(ideaId, 'report'), byId, text: why, now })
  expect(await publicationOf(ideaId)).toBe('published')
  const told = await lettersTo('reste@exemple.fr')
  expect(told.find(({ kind }) => kind === 'report_decided')?.detail).toMatchObject({
    outcome: 'kept',
    text: why,
  })
})

test('nobody decides about a report of their own text', async () => {
  const { ideaId, personId } = await published()
  await inCity((db) =>
    db.execute(
      `insert into grants (person_id, role, starts_at) values ('${personId}', 'moderator', now() - interval '1 day')`,
    ),
  )
  await reported(ideaId)
  const act = { taskId: await taskOf(ideaId, 'report'), byId: personId, now }
  expect(await keepSubject(belleville, { ...act, text: why })).toMatchObject({ refusal: 'own_item' })
  expect(await hideSubject(belleville, { ...act, ...hidden })).toMatchObject({ refusal: 'own_item' })
})

test('sealed texts go after a year, addresses six months after the answer', async () => {
  const [{ ideaId }, byId] = [await published(), await aReader()]
  await reported(ideaId, { email: 'loin@exemple.fr' })
  await hideSubject(belleville, { taskId: await taskOf(ideaId, 'report'), byId, now, ...hidden })
  const held = () => inCity((db) => db.select().from(reports).where(eq(reports.subjectId, ideaId)))
  const forget = async (row: 'reporters' | 'evidence', days: number) => {
    while ((await forgetSome(belleville, row, new Date(now.getTime() + days * 86_400_000))) > 0);
  }
  await forget('reporters', 100)
  expect(await held()).toMatchObject([{ email: 'loin@exemple.fr' }])
  await forget('reporters', 200)
  expect(await held()).toMatchObject([{ email: null }])
  await forget('evidence', 400)
  const left = await inCity((db) =>
    db
      .select()
      .from(evidence)
      .innerJoin(decisions, eq(decisions.id, evidence.decisionId))
      .where(eq(decisions.subjectId, ideaId)),
  )
  expect(left).toEqual([])
})
