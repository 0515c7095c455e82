import 'server-only'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { activities, hourEntries, occurrences, registrations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { revokeCorrected } from '../certificates/commands'
import {
  creditsHours,
  declareRefusal,
  type HourKind,
  type HourRefusal,
  type HourWriter,
  isCounted,
  minutesOf,
} from './rules'

type City = { id: string }
type Registration = typeof registrations.$inferSelect
type Activity = Pick<typeof activities.$inferSelect, 'id' | 'kind' | 'organisationId' | 'title'>
type Dated = Pick<
  typeof occurrences.$inferSelect,
  'id' | 'startsAt' | 'endsAt' | 'startsLocal' | 'breakMinutes' | 'zone'
>
export type About = { row: Registration; activity: Activity; date: Dated }
export type Line = {
  kind: HourKind
  minutes: number
  byRole: HourWriter
  byId: string | null
  reason?: string | null
  now: Date
}

/** Writes the next line of a registration, which is held still by whoever calls. */
export async function writeLine(
  db: Db,
  { row, activity, date }: About,
  { now, ...line }: Line,
): Promise<void> {
  const last = (await linesOf(db, row.id)).at(-1)
  const servedOn = date.startsLocal.slice(0, 10)
  await db.insert(hourEntries).values({
    ...line,
    at: now,
    nth: (last?.nth ?? 0) + 1,
    personId: row.personId,
    registrationId: row.id,
    activityId: activity.id,
    occurrenceId: date.id,
    organisationId: activity.organisationId,
    servedOn,
  })
  const wasSo = last && isCounted(last.kind) && !(isCounted(line.kind) && line.minutes === last.minutes)
  const { personId } = row
  const { organisationId } = activity
  if (wasSo && personId && organisationId)
    await revokeCorrected(db, { personId, organisationId, servedOn, now })
}

/** The lines of a registration, the first first. */
export function linesOf(db: Db, registrationId: string) {
  return db
    .select()
    .from(hourEntries)
    .where(eq(hourEntries.registrationId, registrationId))
    .orderBy(asc(hourEntries.nth))
}

type Following = About & { wasThere: boolean; personId: string; now: Date }

/** Whoever helped has hours from being seen there, and has them no more when that is taken back. */
export async function followAttendance(
  db: Db,
  { wasThere, personId, now, ...about }: Following,
): Promise<void> {
  const { row, activity, date } = about
  if (!row.personId || !creditsHours(activity)) return
  const isThere = row.state === 'attended'
  if (isThere === wasThere) return
  const by = { byRole: 'system', byId: personId, now } as const
  if (isThere) return writeLine(db, about, { kind: 'auto', minutes: minutesOf(date), ...by })
  const last = (await linesOf(db, row.id)).at(-1)
  if (last && last.kind !== 'voided') await writeLine(db, about, { kind: 'voided', minutes: 0, ...by })
}

/** A registration held still, after its date; null when there is none. */
export async function holdHours(db: Db, registrationId: string): Promise<About | null> {
  const [found] = await db
    .select({ activity: activities, occurrenceId: registrations.occurrenceId })
    .from(registrations)
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .where(eq(registrations.id, registrationId))
  if (!found) return null
  const { activity, occurrenceId } = found
  const [date] = await db
    .select()
    .from(occurrences)
    .where(eq(occurrences.id, occurrenceId))
    .for('no key update')
  const [row] = await db
    .select()
    .from(registrations)
    .where(eq(registrations.id, registrationId))
    .for('update')
  return { row: row!, activity, date: date! }
}

type Declaring = { registrationId: string; personId: string; minutes: number; now: Date }

/** A volunteer says how long they helped: it waits for whoever organises. Another's registration is not there. */
export function declareHours(
  tenant: City,
  { registrationId, personId, minutes, now }: Declaring,
): Promise<Outcome<undefined, HourRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdHours(db, registrationId)
    if (held?.row.personId !== personId) return refused('not_there')
    const { row, activity, date } = held
    const refusal = declareRefusal({ endsAt: date.endsAt, kind: activity.kind, state: row.state }, now)
    if (refusal) return refused(refusal)
    const last = (await linesOf(db, row.id)).at(-1)
    if (last && last.minutes === minutes && last.kind !== 'voided') return refused('nothing_to_say')
    await writeLine(db, held, { kind: 'declared', minutes, byRole: 'volunteer', byId: personId, now })
    return done(undefined)
  })
}

/** A date had a break, or has none: what was reckoned from it and still waits is reckoned anew. */
export async function reckonAnew(
  db: Db,
  { activity, date, personId, now }: { activity: Activity; date: Dated; personId: string; now: Date },
): Promise<void> {
  const lasts = db
    .selectDistinctOn([hourEntries.registrationId])
    .from(hourEntries)
    .where(eq(hourEntries.occurrenceId, date.id))
    .orderBy(hourEntries.registrationId, desc(hourEntries.nth))
    .as('lasts')
  const due = await db
    .select({ row: registrations })
    .from(registrations)
    .innerJoin(lasts, eq(lasts.registrationId, registrations.id))
    .where(and(inArray(lasts.kind, ['auto']), sql`${lasts.minutes} <> ${minutesOf(date)}`))
    .orderBy(registrations.id)
  const line = { kind: 'auto', minutes: minutesOf(date), byRole: 'system', byId: personId, now } as const
  for (const { row } of due) await writeLine(db, { row, activity, date }, line)
}

/** Whoever deletes their account: that somebody helped so long stays, without a name or a word about them. */
export async function forgetHours(db: Db, personId: string): Promise<void> {
  await db.update(hourEntries).set({ personId: null, reason: null }).where(eq(hourEntries.personId, personId))
}
