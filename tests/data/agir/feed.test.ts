import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { calendarFeeds, occurrences, people } from '@/drizzle/schema'
import { calendarOf } from '@/lib/agir/calendar/rules'
import { postponeDate } from '@/lib/agir/dates/commands'
import { moveRegistration } from '@/lib/agir/registrations/commands'
import { openFeed, revokeFeed } from '@/lib/agir/registrations/feeds/commands'
import { findFeed, listFeed } from '@/lib/agir/registrations/feeds/queries'
import { inTenant } from '@/lib/db'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { paris as city } from '@/tenants/paris'
import { belleville, someoneSignedIn } from '../../support/factories'
import { paris, someone } from '../../support/letters'
import { aDateToJoin, idIn, join, later, now } from '../../support/seats'

async function aReader() {
  const who = await someoneSignedIn(paris)
  await openFeed(paris, { personId: who.personId, now })
  return { ...who, token: (await findFeed(paris, who.personId))!.token }
}

/** What a calendar reads at the address: what each date says of itself, by its id. */
async function read(token: string, at = now) {
  const feed = await listFeed(paris, token, at)
  const text = calendarOf(
    'Mes dates',
    feed!.map((date) => ({ ...date, href: 'https://exemple.fr' })),
  )
  const events = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)
  const line = (event: string, name: string) => new RegExp(`^${name}:(.*)\\r$`, 'm').exec(event)?.[1]
  return {
    text,
    dates: Object.fromEntries(
      events.map((event) => [
        line(event, 'UID')!.replace('@parvis', ''),
        { status: line(event, 'STATUS'), sequence: Number(line(event, 'SEQUENCE')) },
      ]),
    ),
  }
}

const cancel = (registrationId: string, at: Date) =>
  inTenant(paris, (db) => moveRegistration(db, { registrationId, act: 'cancel', by: 'participant', now: at }))

test('edge 27: one’s own calendar has the dates one asked for, as they stand', async () => {
  const [sure, asked, waits] = [
    await aDateToJoin({}, { title: 'Réparer; souder, rire 🛠️\nensemble' }),
    await aDateToJoin({}, { registration: 'approval' }, later(8 * 24)),
    await aDateToJoin({ capacity: 1 }, {}, later(9 * 24)),
  ]
  const reader = await aReader()
  await join(waits, await someoneSignedIn(paris))
  for (const place of [sure, asked, waits]) await join(place, reader)
  const { text, dates } = await read(reader.token)
  expect(dates).toEqual({
    [sure.id]: { status: 'CONFIRMED', sequence: 0 },
    [asked.id]: { status: 'TENTATIVE', sequence: 0 },
  })
  expect(text).toContain('BEGIN:VTIMEZONE')
  expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:Réparer\\; souder\\, rire 🛠️\\nensemble')
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})

test('what was called off is said for thirty days, and what is asked for again replaces it', async () => {
  const place = await aDateToJoin({}, {}, later(60 * 24))
  const reader = await aReader()
  await cancel(idIn(await join(place, reader)), later(1))
  expect((await read(reader.token, later(2))).dates).toEqual({
    [place.id]: { status: 'CANCELLED', sequence: 1 },
  })
  expect((await read(reader.token, later(31 * 24))).dates).toEqual({})
  await join(place, reader, { at: later(3) })
  expect((await read(reader.token, later(4))).dates).toEqual({
    [place.id]: { status: 'CONFIRMED', sequence: 2 },
  })
})

test('a date that is put off is uncertain, one that is cancelled is said to be', async () => {
  const organiserId = await someone()
  const [put, off] = [await aDateToJoin({}, { organiserId }), await aDateToJoin({}, {}, later(8 * 24))]
  const reader = await aReader()
  for (const place of [put, off]) await join(place, reader)
  await postponeDate(paris, {
    dateId: put.id,
    personId: organiserId,
    reason: 'Il va pleuvoir.',
    now: later(1),
  })
  const cancelled = { state: 'cancelled' as const, reason: 'Orage', sequence: 1 }
  await inTenant(paris, (db) => db.update(occurrences).set(cancelled).where(eq(occurrences.id, off.id)))
  expect((await read(reader.token, later(2))).dates).toEqual({
    [put.id]: { status: 'TENTATIVE', sequence: 1 },
    [off.id]: { status: 'CANCELLED', sequence: 1 },
  })
})

test('edge 28: an address that was taken back or changed shows nothing any more', async () => {
  const reader = await aReader()
  expect(await listFeed(belleville, reader.token, now)).toBeNull()
  await openFeed(paris, { personId: reader.personId, now: later(1) })
  const { token } = (await findFeed(paris, reader.personId))!
  expect([await listFeed(paris, reader.token, now), await listFeed(paris, token, now)]).toMatchObject([
    null,
    [],
  ])
  await revokeFeed(paris, { personId: reader.personId, now: later(2) })
  expect([await listFeed(paris, token, now), await findFeed(paris, reader.personId)]).toEqual([null, null])
})

test('the address is stored nowhere, and goes with the account', async () => {
  const reader = await aReader()
  const rows = await inTenant(paris, (db) => db.select().from(calendarFeeds))
  expect(JSON.stringify(rows)).not.toContain(reader.token)
  await deleteAccount(city, { personId: reader.personId, now })
  expect(await listFeed(paris, reader.token, now)).toBeNull()
  const back = { deletedAt: null, joinedAt: later(1) }
  await inTenant(paris, (db) => db.update(people).set(back).where(eq(people.id, reader.personId)))
  expect(await listFeed(paris, reader.token, now)).toBeNull()
})
