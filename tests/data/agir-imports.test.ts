import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, occurrences } from '@/drizzle/schema'
import type { ActivityFormat } from '@/lib/agir/imports/input'
import { listActivities } from '@/lib/agir/finding/queries'
import { noFilters } from '@/lib/agir/finding/rules'
import { importActivitiesFile } from '@/lib/cli/import/activities'
import { inTenant } from '@/lib/db'
import type { Tenant } from '@/tenants/tenant'
import { aCity, publish } from '../support/new-cities'

const now = new Date('2026-11-21T12:00:00Z')
const later = new Date('2026-11-22T12:00:00Z')

async function newCity(): Promise<Tenant> {
  const city = aCity()
  await publish(city)
  return city
}

async function imported(
  tenant: Tenant,
  records: unknown,
  more: { dryRun?: boolean; at?: Date; format?: ActivityFormat } = {},
) {
  const file = join(await mkdtemp(join(tmpdir(), 'parvis-import-')), 'agenda.json')
  await writeFile(file, typeof records === 'string' ? records : JSON.stringify(records))
  const { dryRun = false, at = now, format = 'openagenda-json' } = more
  return importActivitiesFile({ tenant, format, file, origin: 'agenda', dryRun, now: at })
}

const event = (uid: string, change: object = {}) => ({
  fields: {
    uid,
    title: 'Concert &amp; bal',
    description: '<p>Deux heures de <b>danse</b>.</p>',
    lang: 'fr',
    placename: 'Salle des fêtes',
    address: '1 place de la Halle',
    latlon: [46.9218, 2.0412],
    link: 'https://openagenda.example/concert',
    pricing_info: 'Entrée libre',
    timetable: '2026-11-28T20:00:00 2026-11-28T22:00:00;2026-12-05T23:00:00 2026-12-05T01:00:00',
    ...change,
  },
})
const read = (city: Tenant) => listActivities(city, noFilters, now)

test('the same file twice adds nothing, and what changed at the source changes here', async () => {
  const city = await newCity()
  expect(await imported(city, { records: [event('1')] }, { dryRun: true })).toMatchObject({ added: 1 })
  expect((await read(city)).total).toBe(0)
  expect(await imported(city, { records: [event('1')] })).toMatchObject({ added: 1, refused: [] })
  expect(await imported(city, { records: [event('1')] }, { at: later })).toMatchObject({
    added: 0,
    unchanged: 1,
  })
  const { cards } = await read(city)
  expect(cards).toMatchObject([
    {
      title: 'Concert & bal',
      price: null,
      date: { startsAt: new Date('2026-11-28T19:00:00Z') },
      laterDates: 1,
    },
  ])

  const moved = event('1', { title: 'Grand bal', timetable: '2026-11-28T20:00:00 2026-11-28T23:00:00' })
  expect(await imported(city, { records: [moved] })).toMatchObject({ added: 0, renewed: 1 })
  const after = await read(city)
  expect(after.cards).toMatchObject([{ title: 'Grand bal', laterDates: 0, slug: cards[0]!.slug }])
  const dates = await inTenant(city, (db) =>
    db
      .select({ state: occurrences.state, sequence: occurrences.sequence, endsAt: occurrences.endsAt })
      .from(occurrences)
      .orderBy(occurrences.startsAt),
  )
  expect(dates).toEqual([
    { state: 'scheduled', sequence: 1, endsAt: new Date('2026-11-28T22:00:00Z') },
    { state: 'cancelled', sequence: 1, endsAt: new Date('2026-12-06T00:00:00Z') },
  ])
})

test('what disappears at the source is no longer announced here, and comes back with it', async () => {
  const city = await newCity()
  await imported(city, [event('1'), event('2', { title: 'Reste' })])
  expect(await imported(city, [event('2', { title: 'Reste' })], { at: later })).toMatchObject({
    gone: 1,
    unchanged: 1,
  })
  expect((await read(city)).cards.map(({ title }) => title)).toEqual(['Reste'])
  const states = await inTenant(city, (db) =>
    db
      .select({ state: occurrences.state })
      .from(occurrences)
      .innerJoin(activities, eq(activities.id, occurrences.activityId))
      .where(eq(activities.originId, '1')),
  )
  expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
  await imported(city, [event('1'), event('2', { title: 'Reste' })], { at: new Date('2026-11-23T12:00:00Z') })
  expect((await read(city)).cards.map(({ title }) => title).sort()).toEqual(['Concert & bal', 'Reste'])
})

test('what cannot be read is reported by its number and stops nothing', async () => {
  const city = await newCity()
  const bad = [
    event('1'),
    { fields: { title: 'sans id' } },
    event('3', { timetable: 'demain soir' }),
    event('4', { latlon: [45.76, 4.83] }),
    event('1'),
    event('6', { title: '   ' }),
    event('7', { link: 'javascript:alert(1)', description: 'Texte\u202e <script>' }),
  ]
  const report = await imported(city, bad)
  expect(report.refused.map(({ record }) => record)).toEqual([2, 3, 4, 5, 6, 7])
  expect(report.added).toBe(1)
  expect(await imported(city, '{"records": 4}')).toMatchObject({ read: 0, added: 0 })
  expect((await read(city)).total).toBe(1)
})

test('a mission is a need that lasts until it ends, and one registers where it comes from', async () => {
  const city = await newCity()
  const mission = (clientId: string, change: object) => ({
    clientId,
    title: 'Tenir compagnie',
    description: '<p>Une heure par semaine.</p>',
    applicationUrl: 'https://missions.example/1',
    domain: 'solidarite-insertion',
    remote: 'no',
    openToMinors: 'no',
    reducedMobilityAccessible: 'yes',
    endAt: '2026-12-31T00:00:00.000Z',
    location: { lat: 46.9218, lon: 2.0412 },
    ...change,
  })
  const past = mission('2', { endAt: '2026-06-01T00:00:00.000Z' })
  const report = await imported(
    city,
    { data: [mission('1', {}), past, mission('3', { deleted: true })] },
    { format: 'missions-json' },
  )
  expect(report).toMatchObject({ added: 2, over: 1 })
  expect((await read(city)).cards).toMatchObject([
    {
      kind: 'standing_need',
      registration: 'external',
      themeIds: ['entraide'],
      accessibility: { mobility: 'yes' },
      date: null,
    },
  ])
})

test('a mission that cannot be read is reported by its number, and stops none of the others', async () => {
  const city = await newCity()
  const said = { title: 'Tenir compagnie', description: 'Une heure.', domain: 'solidarite-insertion' }
  const plain = {
    ...{ ...said, applicationUrl: 'https://m.example/1', endAt: '2026-12-31T00:00:00.000Z' },
    ...{ remote: 'no', openToMinors: 'no', reducedMobilityAccessible: 'yes' },
    location: { lat: 46.9218, lon: 2.0412 },
  }
  const data = [
    { ...plain, clientId: '1' },
    plain,
    { clientId: '3', title: 4 },
    'rien',
    { ...plain, clientId: '1' },
  ]
  const report = await imported(city, { data }, { format: 'missions-json' })
  expect(report.refused.map(({ record }) => record)).toEqual([2, 3, 4, 5])
  expect(report.added).toBe(1)
})
