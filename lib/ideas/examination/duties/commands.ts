import 'server-only'
import { and, eq, isNull, max } from 'drizzle-orm'
import { ideas, obligations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { dutiesLeft, dutiesOf, type DutyKind, earlyDutiesOf, newsDueAt } from '../../../engagements/rules'
import { readRuleSet } from '../../../rules/queries'
import { applyChange } from '../../changes/commands'

/**
 * A right has just been certified: what the city owes is written down with its dates, from the rules frozen on the idea.
 * Asked twice, it is owed once; what an early start has promised sooner, or already done, stays as it is.
 */
export async function oweExamination(db: Db, ideaId: string): Promise<void> {
  const [idea] = await db.select(frozen).from(ideas).where(eq(ideas.id, ideaId))
  const { certifiedAt, reachedAt, timeZone, ruleVersion } = idea!
  const set = ruleVersion === null ? null : await readRuleSet(db, ruleVersion)
  if (!certifiedAt || !reachedAt || !timeZone || !set) return
  const duties = dutiesLeft(
    dutiesOf({ reachedAt, certifiedAt, timeZone, rules: set.rules }),
    idea!.examination,
  )
  if (duties.length === 0) return
  const owed = duties.map((duty) => ({ ...duty, ...placeOf(idea!), owedSince: reachedAt }))
  await db.insert(obligations).values(owed).onConflictDoNothing()
  const detail = Object.fromEntries(duties.map(({ kind, dueAt }) => [kind, dueAt.toISOString()]))
  await applyChange(db, idea!, 'oblige', { byId: null, byRole: 'system', now: certifiedAt, detail })
}

/** The city takes an idea up before anything obliges it to: what it then owes counts from that day. */
export async function oweEarly(db: Db, ideaId: string, takenUpAt: Date): Promise<void> {
  const [idea] = await db.select(frozen).from(ideas).where(eq(ideas.id, ideaId))
  const { timeZone, ruleVersion } = idea!
  const set = ruleVersion === null ? null : await readRuleSet(db, ruleVersion)
  if (!timeZone || !set) return
  const duties = earlyDutiesOf({ takenUpAt, timeZone, rules: set.rules })
  const owed = duties.map((duty) => ({ ...duty, ...placeOf(idea!), owedSince: takenUpAt }))
  await db.insert(obligations).values(owed).onConflictDoNothing()
}

type Frozen = Pick<typeof ideas.$inferSelect, 'id' | 'districtCode' | 'secondDistrictCode'>

/** Where it is owed: what is between two districts, by both. */
const placeOf = ({ id: ideaId, districtCode, secondDistrictCode }: Frozen) => ({
  ...{ ideaId, districtCode, secondDistrictCode },
})

/** The city did what it owed. Nothing happens when it owed nothing of the kind. */
export async function meetDuty(db: Db, ideaId: string, kind: DutyKind, now: Date): Promise<void> {
  await db.update(obligations).set({ metAt: now }).where(isOwed(ideaId, kind))
}

/** Owed once more, beside what was already done: news again, or an opinion on what was reopened. */
export async function oweAgain(
  db: Db,
  { ideaId, kind, dueAt, now }: { ideaId: string; kind: DutyKind; dueAt: Date; now: Date },
): Promise<void> {
  const [before] = await db
    .select({ turn: max(obligations.turn) })
    .from(obligations)
    .where(and(eq(obligations.ideaId, ideaId), eq(obligations.kind, kind)))
  const [latest] = await db.select(owing).from(obligations).where(eq(obligations.ideaId, ideaId)).limit(1)
  const turn = (before?.turn ?? 0) + 1
  await db.insert(obligations).values({ ideaId, kind, turn, dueAt, owedSince: now, ...latest })
}

/** The next news are owed from today, by the rules of the idea. */
export async function oweNews(db: Db, ideaId: string, now: Date): Promise<void> {
  const [idea] = await db.select(frozen).from(ideas).where(eq(ideas.id, ideaId))
  const version = idea?.ruleVersion ?? null
  const set = version === null ? null : await readRuleSet(db, version)
  if (!idea?.timeZone || !set) return
  const dueAt = newsDueAt(now, set.rules, idea.timeZone)
  await oweAgain(db, { ideaId, kind: 'inform_progress', dueAt, now })
}

/** What is still owed for an idea: all of it, one kind, or one duty. */
export function isOwed(ideaId: string, kind?: DutyKind, id?: string) {
  return and(
    eq(obligations.ideaId, ideaId),
    isNull(obligations.metAt),
    isNull(obligations.waivedAt),
    kind && eq(obligations.kind, kind),
    id ? eq(obligations.id, id) : undefined,
  )
}

const owing = {
  departmentId: obligations.departmentId,
  districtCode: obligations.districtCode,
  secondDistrictCode: obligations.secondDistrictCode,
}

const frozen = {
  id: ideas.id,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  certifiedAt: ideas.certifiedAt,
  reachedAt: ideas.reachedAt,
  timeZone: ideas.timeZone,
  ruleVersion: ideas.ruleVersion,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
}
