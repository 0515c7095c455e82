import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { activities, occurrences, positions, schedules } from '../../../../drizzle/schema'
import type { DemoActivity } from '../../../../tenants/activities'
import type { Tenant } from '../../../../tenants/tenant'
import { positionsFor, type Role } from '../../../agir/positions/rules'
import { skills } from '../../../agir/volunteers/rules'
import { slugOf } from '../../../ideas/moderation/rules'
import { chance, daysBefore, pointIn } from '../rules'

type Ground = { tenant: Tenant; organisationId: string | null; organiserId: string; now: Date }
type Row = typeof activities.$inferInsert & { id: string }
type Dated = {
  occurrence: typeof occurrences.$inferInsert & { id: string }
  position: typeof positions.$inferInsert & { id: string }
  /** Where there is more than one thing to do. */
  others: (typeof positions.$inferInsert)[]
}
export type PlantedActivity = {
  item: DemoActivity
  row: Row
  schedule: (typeof schedules.$inferInsert & { id: string }) | null
  dates: Dated[]
}

/** A demo activity as its organiser would have announced it, with its dates in the weeks to come. */
export function plantedActivity(item: DemoActivity, ground: Ground): PlantedActivity {
  const row = rowOf(item, ground)
  const starts = startsOf(item, ground)
  const [first] = starts
  if (!first || !item.when) return { item, row, schedule: null, dates: [] }
  const { minutes } = item.when
  const last = starts.at(-1)!
  const schedule = {
    id: randomUUID(),
    activityId: row.id,
    zone: first.timeZoneId,
    startsLocal: civil(first),
    endsLocal: civil(first.add({ minutes })),
    rule: starts.length > 1 ? ruleOf(item.when, starts.length) : null,
    expandedUntil: instantOf(last.add({ minutes })),
    createdAt: row.createdAt,
  }
  return { item, row, schedule, dates: starts.map((start, nth) => dateOf(item, start, nth, schedule)) }
}

function rowOf(item: DemoActivity, { tenant, organisationId, organiserId, now }: Ground): Row {
  const district = tenant.territory.districts.find(({ code }) => code === item.district)
  const publishedAt = daysBefore(now, 3 + Math.round(30 * chance(item.title)))
  const point = district && item.address ? pointIn(district.outline, item.title) : null
  return {
    id: randomUUID(),
    slug: slugOf(item.title),
    kind: item.kind,
    organisationId,
    organiserId,
    title: item.title,
    summary: item.summary,
    body: item.body,
    practical: item.practical,
    locale: tenant.locales[0]!,
    spoken: item.spoken.length > 0 ? item.spoken : [tenant.locales[0]!],
    themeIds: item.themes,
    commitment: item.commitment,
    attendance: item.attendance,
    placeLabel: item.place ?? null,
    address: item.address ?? null,
    districtCode: item.district,
    ...point,
    precision: point ? 'exact' : district ? 'district' : 'city',
    ...accessOf(item, publishedAt, organiserId),
    minAge: item.minAge ?? null,
    minors: item.minors,
    price: item.price ?? null,
    registration: item.registration,
    maxParty: item.party,
    capacity: item.capacity ?? null,
    newcomerSeats: item.newcomers,
    roles: rolesOf(item),
    ...announced(publishedAt),
  }
}

const rolesOf = ({ roles }: DemoActivity): Role[] =>
  roles.map(({ skill, ...role }) => ({ ...role, skill: skills.find((one) => one === skill) ?? null }))

function announced(publishedAt: Date) {
  return {
    moderation: 'approved' as const,
    publication: 'published' as const,
    createdAt: daysBefore(publishedAt, 2),
    submittedAt: daysBefore(publishedAt, 1),
    changedAt: publishedAt,
    treatedAt: publishedAt,
    publishedAt,
  }
}

function accessOf({ access, accessNote }: DemoActivity, confirmedAt: Date, byId: string) {
  const said = { accessibility: access, accessNote: accessNote ?? null }
  return Object.keys(access).length === 0
    ? said
    : { ...said, accessConfirmedAt: confirmedAt, accessConfirmedById: byId }
}

/** When each date begins. What would have begun already begins a day, or a week, later. */
function startsOf({ when }: DemoActivity, { tenant, now }: Ground): Temporal.ZonedDateTime[] {
  if (!when) return []
  const { timeZone } = tenant
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const on = (days: number) =>
    today.toPlainDate().add({ days }).toZonedDateTime({ timeZone, plainTime: when.at })
  const isAhead = (start: Temporal.ZonedDateTime) => Temporal.ZonedDateTime.compare(start, today) > 0
  if ('in' in when) return [isAhead(on(when.in)) ? on(when.in) : on(when.in + 1)]
  const until = (when.weekday - today.dayOfWeek + 7) % 7
  const first = (isAhead(on(until)) ? until : until + 7) + 7 * when.skip
  return Array.from({ length: when.weeks }, (_, turn) => on(first + 7 * when.every * turn))
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function ruleOf(when: NonNullable<DemoActivity['when']>, count: number): string | null {
  if ('in' in when) return null
  const every = when.every > 1 ? `INTERVAL=${when.every};` : ''
  return `FREQ=WEEKLY;${every}BYDAY=${weekdays[when.weekday - 1]!};COUNT=${count}`
}

function dateOf(
  item: DemoActivity,
  start: Temporal.ZonedDateTime,
  nth: number,
  { id: scheduleId, activityId, createdAt }: { id: string; activityId: string; createdAt: Date },
): Dated {
  const id = randomUUID()
  const end = start.add({ minutes: item.when!.minutes })
  const seats = { capacity: item.capacity ?? null, newcomerSeats: item.newcomers }
  const welcome = { ...seats, roles: rolesOf(item), hasWaitlist: true, minAge: null }
  const [first, ...others] = positionsFor(welcome).map((one) => ({
    ...{ ...one, id: randomUUID(), activityId, occurrenceId: id },
  }))
  const cancelled = item.cancelled.find((one) => one.nth === nth + 1)
  return {
    occurrence: {
      id,
      activityId,
      scheduleId,
      originalLocal: civil(start),
      zone: start.timeZoneId,
      startsLocal: civil(start),
      endsLocal: civil(end),
      startsAt: instantOf(start),
      endsAt: instantOf(end),
      zoneEdition: process.versions.tz ?? 'unknown',
      state: cancelled ? 'cancelled' : 'scheduled',
      reason: cancelled?.reason ?? null,
      stateChangedAt: cancelled ? createdAt : null,
      sequence: cancelled ? 1 : 0,
      changedAt: createdAt,
    },
    position: first!,
    others,
  }
}

const civil = (at: Temporal.ZonedDateTime) =>
  at.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
const instantOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds)
