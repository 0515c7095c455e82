import 'server-only'
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import {
  ideas,
  milestones,
  notes,
  obligations,
  opinions,
  questions,
  studies,
} from '../../../../drizzle/schema'
import type { Demo, DemoFile } from '../../../../tenants/demo'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { escalate } from '../../../engagements/commands'
import { applyChange } from '../../../ideas/changes/commands'
import type { IdeaChange } from '../../../ideas/changes/rules'
import { isOwed, meetDuty, oweNews } from '../../../ideas/examination/duties/commands'
import { alignDelivery } from '../../../ideas/examination/mirroring/commands'
import { changeOfDecision, changeOfMilestone, type Criteria } from '../../../ideas/examination/rules'
import { slugOf } from '../../../ideas/moderation/rules'
import { record } from '../../../journal/commands'
import type { Actor } from '../../../journal/rules'
import { daysBefore } from '../rules'
import type { Planted } from '../planting/rules'
import { drawScene } from '../scenes/commands'

type Ground = { tenant: Tenant; demo: Demo; now: Date }
type Held = { db: Db; ideaId: string; ground: Ground; file: DemoFile }

/** What the city has done about the planted ideas whose right is certified, on the days it did it. */
export async function plantFiles(db: Db, ground: Ground, planted: Planted[]): Promise<void> {
  for (const { row } of planted) {
    const file = ground.demo.files[row.title ?? '']
    if (file) await plantFile({ db, ideaId: row.id, ground, file })
  }
  const late = await db
    .select()
    .from(obligations)
    .where(and(notEnded, lte(obligations.dueAt, ground.now)))
  for (const duty of late) await escalate(db, duty, duty.dueAt)
}

const notEnded = and(isNull(obligations.metAt), isNull(obligations.waivedAt))

async function plantFile(held: Held): Promise<void> {
  const { db, ideaId, ground, file } = held
  const at = (ago: number) => daysBefore(ground.now, ago)
  const taken = at(file.taken)
  await db.insert(studies).values({ ideaId, ...studyOf(file), openedAt: taken, changedAt: taken })
  await db.update(obligations).set({ departmentId: file.department }).where(isOwed(ideaId))
  const about = {
    aboutId: ideaId,
    at: taken,
    byId: null,
    byRole: 'instructor',
    visibility: 'public',
  } as const
  await record(db, { kind: 'acknowledged', ...about })
  await make(held, 'examine', 'instructor', taken, { departmentId: file.department })
  await meetDuty(db, ideaId, 'acknowledge', taken)
  await meetDuty(db, ideaId, 'name_instructor', taken)
  for (const { ago, body } of file.notes) await db.insert(notes).values({ ideaId, body, at: at(ago) })
  if (file.admitted) {
    await make(held, 'study', 'instructor', at(file.admitted.ago), { text: file.admitted.text })
    await meetDuty(db, ideaId, 'admissibility', at(file.admitted.ago))
  }
  await plantQuestions(held)
  await plantOpinion(held)
  await plantMilestones(held)
  if (!file.became) return
  const { ago, into } = file.became
  const url = `/consultations/${slugOf(into)}`
  await make(held, 'becomeProject', 'admin', at(ago), { into, url })
  await db.update(ideas).set({ continuesAt: url }).where(eq(ideas.id, ideaId))
}

/** Once the consultations are there: what goes on in one has come as far. */
export async function plantContinuations(db: Db, { tenant, demo, now }: Ground): Promise<void> {
  const following = await db.select().from(ideas).where(isNotNull(ideas.continuesAt))
  for (const idea of following) {
    const since = daysBefore(now, demo.files[idea.title]?.became?.ago ?? 0)
    await alignDelivery(db, { idea, source: idea.continuesAt!, timeZone: tenant.timeZone, now: since })
  }
}

function studyOf({ department, study }: DemoFile) {
  const cents = (amount: number | undefined) => (amount === undefined ? null : amount * 100)
  return {
    departmentId: department,
    criteria: (study?.criteria ?? {}) as Criteria,
    costLowCents: cents(study?.costLow),
    costHighCents: cents(study?.costHigh),
    runningCostCents: cents(study?.running),
  }
}

async function plantQuestions(held: Held): Promise<void> {
  const { db, ideaId, ground, file } = held
  for (const { ago, body, answer, answeredAgo } of file.questions) {
    const askedAt = daysBefore(ground.now, ago)
    const answeredAt = answeredAgo === undefined ? null : daysBefore(ground.now, answeredAgo)
    const values = { ideaId, body, askedAt, answer: answer ?? null, answeredAt }
    const [row] = await db.insert(questions).values(values).returning({ id: questions.id })
    await make(held, 'ask', 'instructor', askedAt, { questionId: row!.id, text: body })
    if (answer && answeredAt)
      await make(held, 'answer', 'author', answeredAt, { questionId: row!.id, text: answer })
  }
}

async function plantOpinion(held: Held): Promise<void> {
  const { db, ideaId, ground, file } = held
  if (!file.opinion) return
  const { ago, name, title, nextAgo, nextIn, ...text } = file.opinion
  const dayOf = (back: number) => daysBefore(ground.now, back).toISOString().slice(0, 10)
  const nextOn = nextAgo !== undefined ? dayOf(nextAgo) : nextIn !== undefined ? dayOf(-nextIn) : null
  const signedAt = ago === undefined ? null : daysBefore(ground.now, ago)
  const preparedAt = daysBefore(signedAt ?? ground.now, 3)
  const signed = signedAt ? { signedAt, signedName: name ?? '', signedTitle: title ?? '' } : {}
  await db.insert(opinions).values({ ideaId, turn: 1, ...text, nextOn, preparedAt, ...signed })
  if (!signedAt) return
  const detail = { decision: text.decision, turn: 1, name, title }
  await make(held, changeOfDecision[text.decision], 'signatory', signedAt, detail)
  await meetDuty(db, ideaId, 'opinion', signedAt)
  if (text.decision !== 'unfavourable') await oweNews(db, ideaId, signedAt)
}

async function plantMilestones(held: Held): Promise<void> {
  const { db, ideaId, ground, file } = held
  for (const { ago, kind, body, reference, url, scene, alt } of file.milestones) {
    const at = daysBefore(ground.now, ago)
    const photo = scene ? await drawScene(ground.tenant, scene, body) : null
    const doneOn = at.toISOString().slice(0, 10)
    const values = {
      ideaId,
      kind,
      body,
      doneOn,
      reference,
      url,
      at,
      ...photo,
      alt: photo ? (alt ?? '') : null,
    }
    const [row] = await db.insert(milestones).values(values).returning({ id: milestones.id })
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
    const change = changeOfMilestone(kind, idea!)
    const role = change === 'abandon' ? 'signatory' : 'instructor'
    await make(held, change, role, at, { milestone: kind, milestoneId: row!.id })
    await meetDuty(db, ideaId, 'inform_progress', at)
    if (change !== 'deliver' && change !== 'abandon') await oweNews(db, ideaId, at)
  }
}

async function make(
  { db, ideaId }: Held,
  change: IdeaChange,
  byRole: Actor,
  now: Date,
  detail: Record<string, unknown>,
): Promise<void> {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
  await applyChange(db, idea!, change, { byId: null, byRole, now, detail })
}
