import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import {
  activities,
  attendanceMarks,
  hourEntries,
  memberships,
  occurrences,
  organisations,
  people,
  positions,
  registrations,
  schedules,
} from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { writeCertificate } from '../../../agir/certificates/commands'
import type { Db } from '../../../db'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; people: string[]; actorIds: string[]; now: Date }
type Mission = { id: string; organisationId: string; welcomesId: string }

/** How long ago each mission took place: the first waits for whoever organises, the others are settled. */
const ago = [4, 32, 67] as const
const minutes = 150
const came = 7

/** What is behind those who help: dates that took place, who was there and for how long, and a certificate of it. */
export async function plantAttendance(
  db: Db,
  { tenant, people: known, actorIds, now }: Ground,
): Promise<void> {
  const missions = await missionsIn(db, actorIds[0])
  for (const [turn, mission] of missions.entries()) {
    const helpers = [...new Set([...actorIds.slice(0, 2), ...known.slice(turn * came)])]
    const those = helpers.filter((id) => id !== mission.welcomesId).slice(0, came + 2)
    for (const days of ago) await plantDate(db, mission, { tenant, helpers: those, days, now })
  }
  const [holder] = actorIds
  if (!holder || missions.length === 0) return
  const organisationIds = [...new Set(missions.map(({ organisationId }) => organisationId))]
  const on = (days: number) => daysBefore(now, days).toISOString().slice(0, 10)
  const asked = { from: on(90), until: on(20), organisationIds, locale: tenant.locales[0]! }
  await writeCertificate(db, tenant, { ...asked, personId: holder, now: daysBefore(now, 12) })
}

/** A mission that the first of those one can sign in as runs, and one that somebody else does: they welcome, and help. */
async function missionsIn(db: Db, first: string | undefined): Promise<Mission[]> {
  const found = await db
    .select({ id: activities.id, organisationId: organisations.id, welcomesId: people.id })
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        inArray(activities.kind, ['mission', 'standing_need']),
        inArray(activities.registration, ['instant', 'approval']),
        eq(activities.publication, 'published'),
        eq(memberships.role, 'owner'),
      ),
    )
    .orderBy(asc(activities.title))
  const own = found.find(({ welcomesId }) => welcomesId === first)
  const another = found.find(({ welcomesId }) => welcomesId !== first)
  return [own, another].filter((one) => one !== undefined)
}

type Past = { tenant: Tenant; helpers: string[]; days: number; now: Date }

async function plantDate(db: Db, mission: Mission, { tenant, helpers, days, now }: Past): Promise<void> {
  const { timeZone } = tenant
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const starts = today.toPlainDate().subtract({ days }).toZonedDateTime({ timeZone, plainTime: '10:00' })
  const ends = starts.add({ minutes })
  const at = new Date(starts.epochMilliseconds)
  const [scheduleId, occurrenceId, positionId] = [randomUUID(), randomUUID(), randomUUID()]
  const civil = { startsLocal: civilOf(starts), endsLocal: civilOf(ends) }
  const of = { activityId: mission.id, occurrenceId }
  const made = { activityId: mission.id, zone: timeZone, ...civil }
  await db.insert(schedules).values({ id: scheduleId, ...made, createdAt: daysBefore(at, 9), endedAt: at })
  await db.insert(occurrences).values({
    ...{ id: occurrenceId, scheduleId, ...made, originalLocal: civil.startsLocal },
    ...{ startsAt: at, endsAt: new Date(ends.epochMilliseconds), changedAt: daysBefore(at, 9) },
    zoneEdition: process.versions.tz ?? 'unknown',
  })
  const seats = { capacity: helpers.length + 3, seatsTaken: helpers.length }
  await db.insert(positions).values({ id: positionId, ...of, ...seats })
  const isSettled = days > ago[0]
  const rows = helpers.map((personId, place) => {
    const isHere = place < came
    const state = isHere ? 'attended' : place === came ? 'excused' : isSettled ? 'absent' : 'confirmed'
    const seen = isHere && { checkedInAt: at, checkedInById: mission.welcomesId }
    const asked = { requestId: randomUUID(), at: daysBefore(at, 5), changedAt: at }
    return { id: randomUUID(), ...of, positionId, personId, state, ...asked, ...seen } as const
  })
  await db.insert(registrations).values(rows)
  const there = rows.filter(({ state }) => state === 'attended')
  await credit(db, mission, there, { at, servedOn: civil.startsLocal.slice(0, 10), isSettled })
}

type Came = { id: string; personId: string; activityId: string; occurrenceId: string }
type Credit = { at: Date; servedOn: string; isSettled: boolean }

async function credit(db: Db, { organisationId, welcomesId }: Mission, there: Came[], said: Credit) {
  const { at, servedOn, isSettled } = said
  await db.insert(attendanceMarks).values(
    there.map(({ id }) => ({
      ...{ registrationId: id, state: 'attended' as const, byId: welcomesId },
      ...{ requestId: randomUUID(), tappedAt: at, at },
    })),
  )
  const line = ({ id: registrationId, personId, activityId, occurrenceId }: Came) => ({
    ...{
      registrationId,
      personId,
      activityId,
      occurrenceId,
      organisationId,
      servedOn,
      minutes,
      byId: welcomesId,
    },
  })
  await db
    .insert(hourEntries)
    .values(
      there.map((one) => ({ ...line(one), nth: 1, kind: 'auto' as const, byRole: 'system' as const, at })),
    )
  if (!isSettled) return
  const confirmed = { nth: 2, kind: 'approved', byRole: 'organiser', at: daysBefore(at, -2) } as const
  await db.insert(hourEntries).values(there.map((one) => ({ ...line(one), ...confirmed })))
}

const civilOf = (at: Temporal.ZonedDateTime) =>
  at.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
