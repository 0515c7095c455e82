import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { opinions, people } from '../../../../drizzle/schema'
import { answerDueAt } from '../../collection/rules'
import { type Db, inTenant } from '../../../db'
import { done, refused } from '../../../outcome'
import { readRuleSet } from '../../../rules/queries'
import { applyChange } from '../../changes/commands'
import { mayChange } from '../../changes/rules'
import { type Act, type File, isUnderStudy, type Result, takeFile } from '../commands'
import { meetDuty, oweAgain, oweNews } from '../duties/commands'
import { areReasonsLongEnough, changeOfDecision, type Decision, signingRefusal } from '../rules'

type City = Parameters<typeof inTenant>[0]

export type OpinionText = {
  decision: Decision
  understood: string
  competence: string
  cost: string
  legalFrame: string
  alternatives: string
  reasons: string
  next: string
  nextOn: string | null
  elsewhere?: string | null
}

/** What the city will answer, as the instructor proposes it. It may be written again until somebody signs it. */
export function prepareOpinion(tenant: City, { opinion, ...act }: Act & { opinion: OpinionText }): Result {
  const { ideaId, by, now } = act
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'instructor')
    if (!file.ok) return file
    if (!file.value.study || !isUnderStudy(file.value)) return refused('not_now')
    const written = { ...opinion, preparedById: by.id, preparedAt: now }
    const unsigned = and(eq(opinions.ideaId, ideaId), isNull(opinions.signedAt))
    const rewritten = await db.update(opinions).set(written).where(unsigned).returning({ id: opinions.id })
    if (rewritten.length > 0) return done(undefined)
    const turn = (await db.$count(opinions, eq(opinions.ideaId, ideaId))) + 1
    await db.insert(opinions).values({ ideaId, turn, ...written })
    return done(undefined)
  })
}

/** A signatory, who did not write it, gives it in the city's name. From then on it is public and stays as it is. */
export function signOpinion(tenant: City, { title, ...act }: Act & { title: string }): Result {
  const { ideaId, by, now } = act
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'signatory')
    if (!file.ok) return file
    const { idea, study } = file.value
    const opinion = await latestOpinion(db, ideaId)
    const refusal = signingRefusal(opinion, study, by.id)
    if (refusal || !opinion) return refused(refusal ?? 'no_opinion')
    const change = changeOfDecision[opinion.decision]
    if (!mayChange(idea, change) || !areReasonsLongEnough(opinion.reasons)) return refused('not_now')
    const [signatory] = await db.select({ name: people.name }).from(people).where(eq(people.id, by.id))
    const signed = { signedById: by.id, signedName: signatory?.name ?? '', signedTitle: title, signedAt: now }
    await db.update(opinions).set(signed).where(eq(opinions.id, opinion.id))
    const detail = { decision: opinion.decision, turn: opinion.turn, name: signed.signedName, title }
    await applyChange(db, idea, change, { byId: by.id, byRole: 'signatory', now, detail })
    await meetDuty(db, ideaId, 'admissibility', now)
    await meetDuty(db, ideaId, 'opinion', now)
    if (change === 'favour' || change === 'favourInPart') await oweNews(db, ideaId, now)
    return done(undefined)
  })
}

/** A new fact or another council: the study begins again, and an answer is owed again. The old opinion stays to be read. */
export function reopen(tenant: City, { text, ...act }: Act & { text: string }): Result {
  const { ideaId, by, now } = act
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'signatory')
    if (!file.ok) return file
    const { idea } = file.value
    if (!mayChange(idea, 'reopen')) return refused('not_now')
    await applyChange(db, idea, 'reopen', { byId: by.id, byRole: 'signatory', now, detail: { text } })
    await meetDuty(db, ideaId, 'inform_progress', now)
    await oweAgain(db, { ideaId, kind: 'opinion', dueAt: await nextAnswerDue(db, idea, now), now })
    return done(undefined)
  })
}

/** As long as the rules of the idea gave for the first. */
async function nextAnswerDue(db: Db, idea: File['idea'], now: Date): Promise<Date> {
  const set = idea.ruleVersion === null ? null : await readRuleSet(db, idea.ruleVersion)
  return answerDueAt(now, set?.rules.answerMonths ?? 4, idea.timeZone ?? 'UTC')
}

async function latestOpinion(db: Db, ideaId: string) {
  const [opinion] = await db
    .select()
    .from(opinions)
    .where(eq(opinions.ideaId, ideaId))
    .orderBy(desc(opinions.turn))
    .limit(1)
  return opinion ?? null
}
