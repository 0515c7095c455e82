import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { reportReasons } from '@/lib/moderation/rules'
import { monthsBefore, type RetentionRow } from '@/lib/people/retention/rules'
import type { Tenant } from '@/tenants/tenant'
import { aCity } from '../support/cities'
import { anIdea, aPerson } from '../support/factories'
import { forgetLine } from '../support/retention'

const now = new Date()
const months = (count: number) => monthsBefore(now, count)
let city: Tenant
beforeAll(async () => {
  city = await aCity()
})
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(city, work)

const forget = (row: RetentionRow) => forgetLine(city, row, now)

const words = 'Merci d’avoir écrit. Le texte nomme une personne.'

/** Somebody reported a text, it was hidden, its author disagreed, and that was answered. */
async function moderated(at: Date) {
  const [byId, authorId, reviewerId] = [await aPerson(city), await aPerson(city), await aPerson(city)]
  const { id: subjectId } = await anIdea(city, { authorId })
  const about = { subjectKind: 'idea' as const, subjectId }
  return inCity(async (db) => {
    const closed = { openedAt: at, dueAt: at, closedAt: at, title: 'Un titre', matter: { text: words } }
    const [task] = await db
      .insert(schema.tasks)
      .values({ ...about, ...closed, kind: 'report' })
      .returning()
    const reasons = {
      code: 'offensive',
      ground: 'rules' as const,
      restriction: 'hidden' as const,
      appealUntil: at,
    }
    const said = {
      ...about,
      ...reasons,
      act: 'hide' as const,
      source: 'report' as const,
      text: words,
      byId,
      at,
    }
    const [decision] = await db
      .insert(schema.decisions)
      .values({ ...said, authorId })
      .returning()
    const decisionId = decision!.id
    const report = {
      ...about,
      taskId: task!.id,
      decisionId,
      text: words,
      goodFaith: true,
      reporterKey: randomUUID(),
    }
    const answered = { locale: 'fr', at, closedAt: at, reason: reportReasons[0] }
    await db.insert(schema.reports).values({ ...report, ...answered })
    const appeal = { decisionId, firstReaderId: byId, authorId, reviewerId, text: words, reply: words }
    const judged = { at, dueAt: at, decidedAt: at, outcome: 'rejected' as const }
    await db.insert(schema.appeals).values({ ...appeal, ...judged })
    const round = { ...about, round: 1, text: words, askedById: byId, askedAt: at, dueAt: at, answeredAt: at }
    await db.insert(schema.changeRequests).values(round)
    const event = { kind: 'changes_asked', aboutId: subjectId, at, byRole: 'moderator' as const }
    await db
      .insert(schema.journal)
      .values({ ...event, visibility: 'internal', detail: { round: 1, text: words } })
    const sealed = { decisionId, sealed: 'scellé', keptUntil: monthsBefore(at, -12) }
    await db.insert(schema.evidence).values(sealed)
    return { subjectId, decisionId, taskId: task!.id }
  })
}

/** Everything that is still written about it, as one string. */
async function writtenOf({ subjectId, decisionId, taskId }: Awaited<ReturnType<typeof moderated>>) {
  return inCity(async (db) => ({
    reports: await db.select().from(schema.reports).where(eq(schema.reports.taskId, taskId)),
    decisions: await db.select().from(schema.decisions).where(eq(schema.decisions.id, decisionId)),
    appeals: await db.select().from(schema.appeals).where(eq(schema.appeals.decisionId, decisionId)),
    requests: await db
      .select()
      .from(schema.changeRequests)
      .where(eq(schema.changeRequests.subjectId, subjectId)),
    tasks: await db.select().from(schema.tasks).where(eq(schema.tasks.id, taskId)),
    journal: await db.select().from(schema.journal).where(eq(schema.journal.aboutId, subjectId)),
    evidence: await db.select().from(schema.evidence).where(eq(schema.evidence.decisionId, decisionId)),
  }))
}

describe('a year after a text was moderated', () => {
  test('the words of reports, decisions and appeals are erased; that it was decided, when and why stays', async () => {
    const [old, young] = [await moderated(months(13)), await moderated(months(11))]
    for (const row of ['report_words', 'decision_words', 'evidence'] as const) await forget(row)
    const left = await writtenOf(old)
    expect(JSON.stringify(left)).not.toContain(words)
    expect(left.decisions).toMatchObject([{ act: 'hide', code: 'offensive', text: null, forgottenAt: now }])
    expect(left.appeals).toMatchObject([{ outcome: 'rejected', text: '', reply: null }])
    expect(left.reports).toMatchObject([{ reason: reportReasons[0], text: '' }])
    const asked = left.journal.filter(({ kind }) => kind === 'changes_asked')
    expect(asked).toMatchObject([{ detail: { round: 1 } }])
    expect([left.tasks[0]!.title, left.requests, left.evidence]).toEqual(['', [], []])
    const kept = await writtenOf(young)
    for (const rows of [kept.reports, kept.decisions, kept.appeals, kept.requests, kept.journal])
      expect(JSON.stringify(rows)).toContain(words)
    expect(kept.evidence).toHaveLength(1)
  })

  test('the reason given to an author is erased from the text that was refused, its code stays', async () => {
    const refused = (refusedAt: Date) => {
      const reason = { refusalCode: 'unclear', refusalText: words, refusedAt, changedAt: refusedAt }
      return { publication: 'refused', collection: 'not_started', ...reason } as const
    }
    const [old, young] = [await anIdea(city, refused(months(13))), await anIdea(city, refused(months(11)))]
    await forget('decision_words')
    const textOf = async ({ id }: { id: string }) =>
      (await inCity((db) => db.select().from(schema.ideas).where(eq(schema.ideas.id, id))))[0]
    expect(await textOf(old)).toMatchObject({ refusalText: null, refusalCode: 'unclear' })
    expect(await textOf(young)).toMatchObject({ refusalText: words })
  })

  test('nothing else of a decision changes, and no sooner', async () => {
    const { decisionId } = await moderated(months(1))
    const change = inCity((db) =>
      db.execute(sql`update decisions set text = 'autre' where id = ${decisionId}`),
    )
    await expect(change).rejects.toMatchObject({ cause: { code: '42501' } })
    const early = inCity((db) => db.execute(sql`select app.forget_decision_words(now(), now(), 1)`))
    await expect(early).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
