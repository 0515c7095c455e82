import 'server-only'
import { and, asc, eq, gt, lt, ne } from 'drizzle-orm'
import { occurrences, schedules } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { askAgain } from '../../registrations/commands'
import { partsOf, type Planned, plannedAt, type Timing, timingRefusal } from '../../schedules/rules'
import { type Act, anew, comingFrom, type HeldDate, holdDate, note } from '../commands'
import { changeRefusal, type DateRefusal, isMaterial, type Scope } from '../rules'

type Moving = Act & { startsLocal: string; endsLocal: string; scope: Scope; reason: string | null }
type Result = Promise<Outcome<{ activityId: string }, DateRefusal>>

/** Another time, for this date alone or for it and those after it. What the rule gave it stays its name. */
export function moveDate(tenant: { id: string }, act: Moving): Result {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const { activity, date } = held
    const refusal = changeRefusal(date, act.now) ?? movingRefusal(date, act)
    if (refusal) return refused(refusal)
    const moved = plannedAt({ ...act, zone: date.zone }, act.startsLocal)
    const dates =
      act.scope === 'one'
        ? [date]
        : await db
            .select()
            .from(occurrences)
            .where(comingFrom(date))
            .orderBy(asc(occurrences.startsAt))
            .for('update')
    const planned = new Map(dates.map((one) => [one.id, act.scope === 'one' ? moved : atHours(one, act)]))
    const moving = dates.filter(({ isOverridden, id }) => id === date.id || !isOverridden)
    if (act.scope === 'one' && (await isTaken(db, date, moved))) return refused('slot_taken')
    const scheduleId = act.scope === 'following' ? await splitFrom(db, date, act) : null
    for (const one of moving) await rewrite(db, one, planned.get(one.id)!, { ...act, scheduleId })
    for (const one of moving) {
      const to = planned.get(one.id)!
      const isAgain = one.state === 'postponed'
      if (isAgain) await askAgain(db, { dateId: one.id, now: act.now })
      const matters = isAgain || isMaterial(one, to)
      const asked = isAgain && { notTo: 'confirmed' }
      const told = { toTime: to.startsAt, text: act.reason, together: moving.length, ...asked }
      const said = { to: to.startsAt, reason: act.reason, isMaterial: matters, batch: act.now, ...told }
      await note(db, 'date_moved', { activity, date: one }, act, said)
    }
    return done({ activityId: activity.id })
  })
}

function movingRefusal(date: HeldDate, { startsLocal, endsLocal, scope }: Moving): DateRefusal | null {
  if (startsLocal === date.startsLocal && endsLocal === date.endsLocal && date.state !== 'postponed')
    return 'nothing_moved'
  if (scope === 'following' && startsLocal.slice(0, 10) !== date.startsLocal.slice(0, 10))
    return 'same_day_only'
  const timing = { zone: date.zone, startsLocal, endsLocal, rule: null, exceptions: [], additions: [] }
  const refusal = timingRefusal(timing)
  return refusal === 'ends_before_start' || refusal === 'lasts_too_long' ? refusal : null
}

/** The same day of the series, at the new hours. */
function atHours({ zone, startsLocal: day }: HeldDate, { startsLocal, endsLocal }: Moving): Planned {
  return plannedAt({ zone, startsLocal, endsLocal }, `${day.slice(0, 10)} ${startsLocal.slice(11)}`)
}

/** Two dates of one activity are never at the same time. */
async function isTaken(
  db: Db,
  { id, activityId }: HeldDate,
  { startsAt, endsAt }: Planned,
): Promise<boolean> {
  const others = and(
    eq(occurrences.activityId, activityId),
    ne(occurrences.id, id),
    ne(occurrences.state, 'cancelled'),
    lt(occurrences.startsAt, endsAt),
    gt(occurrences.endsAt, startsAt),
  )
  return (await db.$count(occurrences, others)) > 0
}

/** The series goes on as another from this date; what was before it stays as it was. */
async function splitFrom(db: Db, date: HeldDate, { startsLocal, endsLocal, now }: Moving): Promise<string> {
  const [before] = await db.select().from(schedules).where(eq(schedules.id, date.scheduleId))
  const earlier = await db.$count(
    occurrences,
    and(eq(occurrences.scheduleId, date.scheduleId), lt(occurrences.originalLocal, date.originalLocal)),
  )
  await db.update(schedules).set({ endedAt: now }).where(eq(schedules.id, date.scheduleId))
  const { activityId, zone, rule, exceptions, expandedUntil } = before!
  const hour = startsLocal.slice(10)
  const timing: Timing = {
    ...{ zone, startsLocal, endsLocal, additions: [] },
    rule: rule && rest(rule, earlier),
    exceptions: exceptions.map((local) => local.slice(0, 10) + hour),
  }
  const [after] = await db
    .insert(schedules)
    .values({ ...timing, activityId, expandedUntil, splitFromId: date.scheduleId, createdAt: now })
    .returning({ id: schedules.id })
  return after!.id
}

/** The rule for what is left of it, where it says how many times. */
function rest(rule: string, earlier: number): string {
  const count = partsOf(rule)?.COUNT
  return count ? rule.replace(/COUNT=\d+/, `COUNT=${Math.max(1, Number(count) - earlier)}`) : rule
}

/** In a new series it is called by its new time; alone, it keeps the name that the rule gave it. */
async function rewrite(
  db: Db,
  date: HeldDate,
  { startsLocal, endsLocal, startsAt, endsAt, originalLocal }: Planned,
  { scheduleId, reason, now }: Pick<Moving, 'reason' | 'now'> & { scheduleId: string | null },
): Promise<void> {
  const alone = { state: 'rescheduled' as const, reason, stateChangedAt: now, isOverridden: true }
  const together = { scheduleId: scheduleId ?? date.scheduleId, originalLocal }
  await db
    .update(occurrences)
    .set({ startsLocal, endsLocal, startsAt, endsAt, ...(scheduleId ? together : alone), ...anew(now) })
    .where(eq(occurrences.id, date.id))
}
