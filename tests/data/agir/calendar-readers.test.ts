import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { activities, occurrences, positions, registrations, schedules } from '@/drizzle/schema'
import { findCalendar } from '@/lib/agir/activities/queries'
import { calendarOf } from '@/lib/agir/calendar/rules'
import { cancelDate } from '@/lib/agir/dates/commands'
import { noFilters } from '@/lib/agir/finding/rules'
import { listOpenDates } from '@/lib/agir/open-data/queries'
import { openFeed } from '@/lib/agir/registrations/feeds/commands'
import { findFeed, listFeed } from '@/lib/agir/registrations/feeds/queries'
import { writeDates } from '@/lib/agir/schedules/commands'
import { inTenant } from '@/lib/db'
import type { Tenant } from '@/tenants/tenant'
import { anActivity } from '../../support/agir'
import { readers } from '../../support/calendar-readers'
import { aCity } from '../../support/cities'
import { aPerson } from '../../support/factories'
import { serverZones, withServerIn } from '../../support/server-zone'

const now = new Date('2026-09-20T12:00:00Z')
/** When the rest of the series is written down, as it is every night. */
const winter = new Date('2026-11-05T12:00:00Z')

/** Where clocks go back and forward on other days, and where they do so by half an hour and the other way round. */
const zones = {
  'Europe/Paris': ['2026-10-25', '2027-03-28'],
  'America/New_York': ['2026-11-01', '2027-03-14'],
  'Australia/Lord_Howe': ['2026-10-04', '2027-04-04'],
} as const

/** Every Saturday night until four on Sunday, over both changes: one week left out, an evening more, one called off. */
async function aSeries(city: Tenant, zone: string) {
  const organiserId = await aPerson(city)
  const { id } = await anActivity(city, { organiserId, title: `Veillée; contes, soupe 🌙 ${zone}` })
  const civil = { startsLocal: '2026-09-26 20:00:00', endsLocal: '2026-09-27 04:00:00' }
  const timing = { zone, ...civil, rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=29', createdAt: now }
  const apart = { exceptions: ['2026-12-26 20:00:00'], additions: ['2026-12-29 20:00:00'] }
  await inTenant(city, async (db) => {
    await db.insert(schedules).values({ activityId: id, ...timing, ...apart })
    const [activity] = await db.select().from(activities).where(eq(activities.id, id))
    for (const at of [now, winter]) {
      const [schedule] = await db.select().from(schedules).where(eq(schedules.activityId, id))
      await writeDates(db, schedule!, activity!, at)
    }
  })
  const dates = await datesOf(city, id)
  const off = { dateId: dates[3]!.id, personId: organiserId, now, scope: 'one', reason: 'Orage' } as const
  await cancelDate(city, off)
  return { id, zone, slug: `activite-${id}` }
}

const datesOf = (city: Tenant, activityId: string) =>
  inTenant(city, (db) =>
    db
      .select()
      .from(occurrences)
      .where(eq(occurrences.activityId, activityId))
      .orderBy(asc(occurrences.startsAt), asc(occurrences.id)),
  )

let city: Tenant
let series: Awaited<ReturnType<typeof aSeries>>[]
let own: string

beforeAll(async () => {
  city = await aCity()
  series = await Promise.all(Object.keys(zones).map((zone) => aSeries(city, zone)))
  await anActivity(city, { themeIds: ['culture'] })
  const personId = await aPerson(city)
  await openFeed(city, { personId, now })
  own = (await findFeed(city, personId))!.token
  for (const { id } of series) await comesEveryTime(personId, id)
})

/** Registered for each date that takes place. */
async function comesEveryTime(personId: string, activityId: string) {
  const dates = (await datesOf(city, activityId)).filter(({ state }) => state === 'scheduled')
  await inTenant(city, async (db) => {
    const seats = await db.select().from(positions).where(eq(positions.activityId, activityId))
    const seatOf = new Map(seats.map(({ occurrenceId, id }) => [occurrenceId, id]))
    const since = { state: 'confirmed' as const, at: now, changedAt: now }
    const row = (occurrenceId: string) => ({
      ...{ activityId, occurrenceId, positionId: seatOf.get(occurrenceId)!, personId },
      ...{ ...since, requestId: randomUUID() },
    })
    await db.insert(registrations).values(dates.map(({ id }) => row(id)))
  })
}

/** What each calendar of the city holds, as text and as it is stored. */
const calendars = {
  'of an activity': async () => {
    const [{ id, slug }] = series as [(typeof series)[number]]
    const { title, dates } = (await findCalendar(city, slug, now))!
    return { text: textOf(title, dates), stored: await datesOf(city, id) }
  },
  'of a search': async () => {
    const filters = { ...noFilters, themes: ['nature'] }
    return { text: textOf('Agir', await listOpenDates(city, filters, now)), stored: await all() }
  },
  'of one person': async () => {
    const stored = (await all()).filter(({ state }) => state === 'scheduled')
    return { text: textOf('Mes dates', (await listFeed(city, own, now))!), stored }
  },
}

const all = async () => (await Promise.all(series.map(({ id }) => datesOf(city, id)))).flat()
type Dates = Omit<Parameters<typeof calendarOf>[1][number], 'href'>[]
const textOf = (name: string, dates: Dates) =>
  calendarOf(
    name,
    dates.map((date) => ({ ...date, href: `https://exemple.fr/#date-${date.id}` })),
  )

describe.each(Object.entries(calendars))('the calendar %s', (_of, calendar) => {
  test.each(Object.entries(readers))('says to %s what is stored, date by date', async (_name, reader) => {
    const { text, stored } = await calendar()
    expect(text).toContain('BEGIN:VTIMEZONE')
    const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
    const expected = stored.map(({ id, startsAt, endsAt, sequence, state, zone }) => ({
      id: `${id}@parvis`,
      ...{ from: startsAt.toISOString(), until: endsAt.toISOString(), sequence },
      status: state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
      title: `Veillée; contes, soupe 🌙 ${zone}`,
    }))
    expect(reader(text).sort(byId)).toEqual(expected.sort(byId))
  })

  test('is the same wherever the server stands', async () => {
    const { text } = await calendar()
    for (const zone of serverZones) {
      for (const reader of Object.values(readers))
        expect(withServerIn(zone, () => reader(text))).toEqual(reader(text))
    }
  })
})

test('a series keeps its hour over both changes of the clocks, and a night is as long as it was', async () => {
  for (const { id, zone } of series) {
    const dates = (await datesOf(city, id)).filter(({ originalLocal }) => originalLocal.endsWith('20:00:00'))
    expect(dates).toHaveLength(29)
    const wall = (at: Date) => at.toLocaleTimeString('sv-SE', { timeZone: zone, timeStyle: 'short' })
    expect(new Set(dates.map(({ startsAt }) => wall(startsAt)))).toEqual(new Set(['20:00']))
    expect(new Set(dates.map(({ endsAt }) => wall(endsAt)))).toEqual(new Set(['04:00']))
    const lasts = (day: string) => {
      const { startsAt, endsAt } = dates.find(({ endsLocal }) => endsLocal.startsWith(day))!
      return (endsAt.getTime() - startsAt.getTime()) / 3_600_000
    }
    const change = zone === 'Australia/Lord_Howe' ? 0.5 : 1
    expect(zones[zone as keyof typeof zones].map(lasts).sort()).toEqual([8 - change, 8 + change])
  }
})
