import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, journal, positions, registrations } from '@/drizzle/schema'
import { findPublicActivity } from '@/lib/agir/activities/queries'
import { settleCancellations } from '@/lib/agir/dates/settling/commands'
import { listActivities } from '@/lib/agir/finding/queries'
import { noFilters } from '@/lib/agir/finding/rules'
import { answerChange, claimActivity } from '@/lib/agir/sources/changes/commands'
import { answerDuplicate } from '@/lib/agir/sources/duplicates/commands'
import { listSourceWork } from '@/lib/agir/sources/queries'
import { importActivitiesFile } from '@/lib/cli/import/activities'
import { inTenant } from '@/lib/db'
import { grantsInForce } from '@/lib/people/roles/queries'
import type { Tenant } from '@/tenants/tenant'
import { aMember, anOrganisation } from '../../support/agir'
import { aPerson } from '../../support/factories'
import { aCity, publish } from '../../support/new-cities'

const now = new Date('2026-11-21T12:00:00Z')
const later = new Date('2026-11-22T12:00:00Z')
const [point, reason] = [[46.9218, 2.0412], 'N’est plus annoncé.'] as const

async function newCity(): Promise<Tenant> {
  const city = aCity()
  await publish(city)
  return city
}

const event = (uid: string, change: object = {}) => ({
  fields: {
    ...{ uid, title: 'Bal de la Halle', description: 'Deux heures de danse.', lang: 'fr', latlon: point },
    ...{ placename: 'Salle des fêtes', timetable: '2026-11-28T20:00:00 2026-11-28T22:00:00', ...change },
  },
})

async function imported(tenant: Tenant, records: object[], at = now, origin = 'agenda') {
  const file = join(await mkdtemp(join(tmpdir(), 'parvis-sources-')), 'agenda.json')
  await writeFile(file, JSON.stringify(records))
  const request = { tenant, format: 'openagenda-json', file, origin, dryRun: false, now: at } as const
  return importActivitiesFile(request)
}

const rowsOf = (city: Tenant) =>
  inTenant(city, (db) => db.select().from(activities).orderBy(activities.originId))

/** Somebody of the city's team, and somebody of an organisation to which the first imported activity was given. */
async function claimed(city: Tenant) {
  const [officer, member] = [await aPerson(city, { role: 'admin' }), await aPerson(city)]
  const { id, slug } = await anOrganisation(city)
  await aMember(city, id, member)
  const [row] = await rowsOf(city)
  const wish = { activity: row!.slug!, organisation: slug!, byId: officer, now }
  expect(await claimActivity(city, wish)).toMatchObject({ ok: true })
  return { officer, member, activity: row! }
}

const workOf = async (city: Tenant, id: string) =>
  listSourceWork(city, { id, grants: await inTenant(city, (db) => grantsInForce(db, id)) }, now)

test('edge 29: what was taken over here and then changed at its source is shown, and changed by nobody but who answers', async () => {
  const city = await newCity()
  await imported(city, [event('1')])
  const { member, activity } = await claimed(city)
  const ours = { title: 'Le bal, chez nous' }
  await inTenant(city, (db) => db.update(activities).set(ours).where(eq(activities.id, activity.id)))
  const changed = [event('1', { title: 'Grand bal', timetable: '' })]
  await imported(city, changed, later)
  await imported(city, changed, later)
  expect((await rowsOf(city))[0]).toMatchObject(ours)
  const { changes } = await workOf(city, member)
  expect(changes).toMatchObject([
    {
      kind: 'changed',
      differences: [{ field: 'title', here: ours.title, there: 'Grand bal' }],
      dates: { here: 1, there: 0 },
    },
  ])

  const stranger = await aPerson(city)
  const asked = { changeId: changes[0]!.id, answer: 'keep', now: later } as const
  expect(await answerChange(city, { ...asked, personId: stranger }, reason)).toMatchObject({
    refusal: 'not_there',
  })
  await answerChange(city, { ...asked, personId: member }, reason)
  await imported(city, changed, later)
  expect((await workOf(city, member)).changes).toEqual([])
  await imported(city, [event('1', { title: 'Très grand bal' })], later)
  const [again] = (await workOf(city, member)).changes
  await answerChange(city, { changeId: again!.id, answer: 'take', personId: member, now: later }, reason)
  expect((await rowsOf(city))[0]!.title).toBe('Très grand bal')
})

test('edge 30: what is gone at its source is no longer announced, and whoever is registered is told', async () => {
  const city = await newCity()
  await imported(city, [event('1'), event('2')])
  const [row] = await rowsOf(city)
  const personId = await aPerson(city)
  await inTenant(city, async (db) => {
    const shown = await findPublicActivity(city, row!.slug!, now)
    const occurrenceId = shown!.coming[0]!.id
    const of = { activityId: row!.id, occurrenceId }
    const [position] = await db
      .insert(positions)
      .values({ ...of, capacity: 10, seatsTaken: 1 })
      .returning()
    const seat = { ...of, positionId: position!.id, personId, requestId: crypto.randomUUID() }
    await db.insert(registrations).values({ ...seat, state: 'confirmed', at: now, changedAt: now })
  })
  expect(await imported(city, [event('2')], later)).toMatchObject({ gone: 1 })
  await settleCancellations(city, new Date(later.getTime() + 20 * 60_000))
  expect((await listActivities(city, noFilters, later)).total).toBe(1)
  const told = await inTenant(city, async (db) => ({
    registrations: await db.select().from(registrations).where(eq(registrations.personId, personId)),
    events: await db.select().from(journal).where(eq(journal.kind, 'date_cancelled')),
  }))
  expect(told.registrations).toMatchObject([{ state: 'cancelled', endedBy: 'organiser' }])
  expect(told.events).toMatchObject([{ detail: { title: 'Bal de la Halle' } }])
})

test('what was taken over stays announced when its source is silent, until somebody says otherwise', async () => {
  const city = await newCity()
  await imported(city, [event('1'), event('2', { latlon: [46.93, 2.06] })])
  const { officer } = await claimed(city)
  expect(await imported(city, [event('2', { latlon: [46.93, 2.06] })], later)).toMatchObject({ gone: 0 })
  const [gone] = (await workOf(city, officer)).changes
  expect(gone).toMatchObject({ kind: 'gone', dates: null })
  await answerChange(city, { changeId: gone!.id, answer: 'take', personId: officer, now: later }, reason)
  expect((await rowsOf(city)).map(({ publication }) => publication)).toEqual(['archived', 'published'])
})

test('the same hour, place and words are shown as perhaps one; only the city’s team makes them one', async () => {
  const city = await newCity()
  await imported(city, [event('1')])
  const elsewhere = { latlon: [46.9228, 2.0415], timetable: '2026-11-28T20:20:00 2026-11-28T22:00:00' }
  const others = [
    event('a', { title: 'Grand bal de la Halle', ...elsewhere }),
    event('b', { title: 'Concours de pétanque', ...elsewhere }),
    event('c', { timetable: '2026-11-28T19:20:00 2026-11-28T22:00:00' }),
    event('d', { latlon: [46.9248, 2.0412] }),
  ]
  await imported(city, others, later, 'ville')
  const officer = await aPerson(city, { role: 'admin' })
  const { duplicates } = await workOf(city, officer)
  expect(duplicates.map(({ both }) => both.map(({ title }) => title).sort())).toEqual([
    ['Bal de la Halle', 'Grand bal de la Halle'],
  ])
  const [kept] = (await rowsOf(city)).filter(({ origin }) => origin === 'agenda')
  const answer = { candidateId: duplicates[0]!.id, answer: 'merge', byId: officer, now: later } as const
  expect(await answerDuplicate(city, { ...answer, byId: await aPerson(city) })).toMatchObject({
    refusal: 'outside_scope',
  })
  expect(await answerDuplicate(city, answer)).toMatchObject({ ok: true })
  const merged = (await rowsOf(city)).find(({ originId }) => originId === 'a')!
  expect(merged).toMatchObject({ publication: 'archived', mergedIntoId: kept!.id })
  expect(await findPublicActivity(city, merged.slug!, later)).toMatchObject({ mergedInto: kept!.slug })
  await imported(city, [event('a', { title: 'Bal encore' }), ...others.slice(1)], later, 'ville')
  expect((await rowsOf(city)).find(({ originId }) => originId === 'a')!.publication).toBe('archived')
})
