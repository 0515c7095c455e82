import 'server-only'
import { and, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { hourEntries, occurrences, registrations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { holdActivity } from '../../activities/organisers/queries'
import { holdDate } from '../../dates/commands'
import { type About, holdHours, linesOf, writeLine } from '../commands'
import {
  approvesItself,
  editableUntil,
  type HourRefusal,
  isCounted,
  isWaiting,
  minutesOf,
  waitingKinds,
} from '../rules'

type City = { id: string }
type Place = { activityId: string; dateId: string }
type Answering = {
  registrationId: string
  personId: string
  /** The line that was read: what was written since is read first. */
  seen: number
  minutes: number
  reason: string | null
  now: Date
}

/** Whoever organises confirms the hours of somebody, puts them right or takes them away. Nobody does so of their own. */
export function answerHours(
  tenant: City,
  { registrationId, personId, seen, minutes, reason, now }: Answering,
): Promise<Outcome<Place, HourRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdOrganised(db, registrationId, personId)
    if (!held) return refused('not_there')
    const { row, activity, date } = held
    if (row.personId === personId) return refused('own_hours')
    const last = (await linesOf(db, row.id)).at(-1)
    if (!last) return refused('not_there')
    if (last.nth !== seen) return refused('changed_since')
    const isSame = last.minutes === minutes
    if (isSame && (isCounted(last.kind) || last.kind === 'voided')) return refused('nothing_to_say')
    const kind = minutes === 0 ? 'voided' : isSame ? 'approved' : 'adjusted'
    await writeLine(db, held, { kind, minutes, byRole: 'organiser', byId: personId, reason, now })
    if (minutes > 0 && row.state !== 'attended')
      await db
        .update(registrations)
        .set({ state: 'attended', changedAt: now })
        .where(eq(registrations.id, row.id))
    if (kind !== 'approved') await tellVolunteer(db, held, { personId, reason, now })
    return done({ activityId: activity.id, dateId: date.id })
  })
}

/** Whoever helped hears that their hours are not what they were, and why. */
async function tellVolunteer(
  db: Db,
  { row, activity, date }: About,
  { personId, reason, now }: { personId: string; reason: string | null; now: Date },
): Promise<void> {
  const when = { startsTime: date.startsAt, zone: date.zone, registrations: [row.id] }
  const said = {
    title: activity.title,
    path: '/mes-heures',
    on: 'agir',
    ...when,
    ...(reason && { text: reason }),
  }
  const by = { byId: personId, byRole: 'author', visibility: 'internal', at: now } as const
  await record(db, { kind: 'hours_corrected', aboutId: date.id, ...by, detail: said })
}

async function holdOrganised(db: Db, registrationId: string, personId: string): Promise<About | null> {
  const [line] = await db
    .select({ activityId: hourEntries.activityId })
    .from(hourEntries)
    .where(eq(hourEntries.registrationId, registrationId))
    .limit(1)
  const activity = line ? await holdActivity(db, line.activityId, personId) : null
  return activity ? holdHours(db, registrationId) : null
}

/** All that waits on a date and was reckoned from who was there is confirmed at once. Returns how many. */
export function approveDate(
  tenant: City,
  act: { dateId: string; personId: string; now: Date },
): Promise<Outcome<Place & { count: number }, HourRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const waiting = await lastLines(db, held.date.id)
    const due = waiting.filter(({ kind, personId }) => kind === 'auto' && personId !== act.personId)
    for (const { registrationId } of due) {
      const about = (await holdHours(db, registrationId))!
      const { minutes } = (await linesOf(db, registrationId)).at(-1)!
      await writeLine(db, about, {
        kind: 'approved',
        minutes,
        byRole: 'organiser',
        byId: act.personId,
        now: act.now,
      })
    }
    return done({ activityId: held.activity.id, dateId: held.date.id, count: due.length })
  })
}

/** The last line of each registration, of those that wait. */
async function lastLines(db: Db, dateId: string) {
  const lasts = await db
    .selectDistinctOn([hourEntries.registrationId])
    .from(hourEntries)
    .where(eq(hourEntries.occurrenceId, dateId))
    .orderBy(hourEntries.registrationId, desc(hourEntries.nth))
  return lasts.filter(({ kind }) => isWaiting(kind))
}

/** No line was written of this registration since. */
const isLast = sql`not exists (select from ${hourEntries} later
  where later.registration_id = ${hourEntries.registrationId} and later.nth > ${hourEntries.nth})`
const atATime = 500
/** What did not count by itself in that time stays the organiser's to answer. */
const lookedAtForDays = 30

/** What nobody contested within two weeks counts by itself, where somebody else saw them there. Returns how many. */
export function approveDue(tenant: City, now: Date): Promise<number> {
  const over = new Date(now.getTime() - (editableUntil({ endsAt: now }).getTime() - now.getTime()))
  const longOver = new Date(over.getTime() - lookedAtForDays * 86_400_000)
  return inTenant(tenant, async (db) => {
    const due = await db
      .selectDistinct({ id: hourEntries.registrationId })
      .from(hourEntries)
      .innerJoin(occurrences, eq(occurrences.id, hourEntries.occurrenceId))
      .innerJoin(registrations, eq(registrations.id, hourEntries.registrationId))
      .where(
        and(
          lt(occurrences.endsAt, over),
          gt(occurrences.endsAt, longOver),
          eq(registrations.state, 'attended'),
          inArray(hourEntries.kind, waitingKinds),
          isLast,
        ),
      )
      .orderBy(hourEntries.registrationId)
      .limit(atATime)
    let approved = 0
    for (const { id } of due) approved += await approveOne(db, id, now)
    return approved
  })
}

async function approveOne(db: Db, registrationId: string, now: Date): Promise<number> {
  const held = await holdHours(db, registrationId)
  if (!held) return 0
  const { row, date } = held
  const lines = await linesOf(db, registrationId)
  const wasLetInByAnother = row.checkedInById !== null && row.checkedInById !== row.personId
  const isDue = approvesItself(lines, { state: row.state, wasLetInByAnother, length: minutesOf(date) })
  if (!isDue) return 0
  const { minutes } = lines.at(-1)!
  await writeLine(db, held, { kind: 'approved', minutes, byRole: 'system', byId: null, now })
  return 1
}
