import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { favourites, interests, registrations } from '@/drizzle/schema'
import { keepFavourite } from '@/lib/agir/favourites/commands'
import { listFavourites } from '@/lib/agir/favourites/queries'
import { chooseSuggestions } from '@/lib/agir/suggestions/commands'
import { candidatesFor, listSuggestions, tastesOf } from '@/lib/agir/suggestions/queries'
import { inTenant } from '@/lib/db'
import type { Tenant } from '@/tenants/tenant'
import { aDate, anActivity, anOrganisation } from '../../support/agir'
import { aPerson } from '../../support/factories'
import { aCity, publish } from '../../support/new-cities'

const now = new Date('2026-11-21T12:00:00Z')
const soon = new Date('2026-11-25T17:00:00Z')

async function newCity(): Promise<Tenant> {
  const city = aCity()
  await publish(city)
  return city
}

async function held(
  city: Tenant,
  title: string,
  detail: Parameters<typeof anActivity>[1] = {},
  date: Parameters<typeof aDate>[3] = {},
) {
  const activity = await anActivity(city, { title, themeIds: ['sport'], ...detail })
  return { ...activity, date: await aDate(city, activity.id, soon, date) }
}

async function aFollower(city: Tenant, detail: Parameters<typeof aPerson>[1] = {}) {
  const personId = await aPerson(city, {
    birthYear: 1990,
    suggestedSince: now,
    districtCode: null,
    ...detail,
  })
  const follows = { personId, kind: 'theme' as const, value: 'sport', since: now }
  await inTenant(city, (db) => db.insert(interests).values(follows))
  return personId
}

async function titlesFor(city: Tenant, personId: string): Promise<string[]> {
  const { suggestions } = await listSuggestions(city, { personId, now, most: 12 })
  return suggestions.map(({ title }) => title)
}

test('nothing is suggested to who did not ask, nor any more to who stopped', async () => {
  const city = await newCity()
  await held(city, 'Courir')
  const personId = await aFollower(city, { suggestedSince: null })
  expect(await listSuggestions(city, { personId, now, most: 12 })).toMatchObject({
    isAsked: false,
    suggestions: [],
  })
  await chooseSuggestions(city, { personId, wanted: true, now })
  expect(await titlesFor(city, personId)).toEqual(['Courir'])
  await chooseSuggestions(city, { personId, wanted: false, now })
  expect(await titlesFor(city, personId)).toEqual([])
})

test('each suggestion says why: what is kept, followed, and where one has been', async () => {
  const city = await newCity()
  const personId = await aFollower(city)
  const known = await anOrganisation(city, { name: 'Les Jardiniers' })
  const past = await anActivity(city, { title: 'Semer', themeIds: ['culture'], organisationId: known.id })
  const date = await aDate(city, past.id, new Date('2026-10-01T10:00:00Z'))
  const seat = { activityId: past.id, occurrenceId: date.id, positionId: date.positionId, personId }
  const been = { state: 'attended' as const, requestId: crypto.randomUUID(), at: now, changedAt: now }
  await inTenant(city, (db) => db.insert(registrations).values({ ...seat, ...been }))
  await held(city, 'Récolter', { themeIds: ['culture'], organisationId: known.id })
  await held(city, 'Courir')
  const { suggestions } = await listSuggestions(city, { personId, now, most: 12 })
  expect(
    suggestions.map(({ title, reasons }) => [title, reasons.map(({ kind, said }) => `${kind} ${said}`)]),
  ).toEqual([
    ['Récolter', ['organisation_known Les Jardiniers', 'theme_known Semer']],
    ['Courir', ['theme_followed sport']],
  ])
})

test('what one could not come to is never suggested', async () => {
  const city = await newCity()
  const personId = await aFollower(city, { birthYear: 2010 })
  const [longitude, latitude] = city.territory.centre
  await inTenant(city, (db) =>
    db.insert(interests).values({
      ...{ personId, kind: 'place', value: 'ici', latitude, longitude, radiusMetres: 1000, since: now },
    }),
  )
  await held(city, 'Réservé aux adultes', { minors: 'excluded' })
  await held(city, 'Dès dix-huit ans', { minAge: 18 })
  await held(city, 'Complet', {}, { capacity: 1 })
  await held(city, 'Trop loin', { latitude: latitude + 0.1, longitude })
  await held(city, 'Annulé', {}, { state: 'cancelled', reason: 'Il pleut' })
  await held(city, 'À soi', { organiserId: personId })
  const kept = await held(city, 'Déjà gardé')
  await keepFavourite(city, { personId, activityId: kept.id, kept: true, now })
  await held(city, 'En ligne', { attendance: 'online', latitude: latitude + 0.1, longitude })
  await held(city, 'Tout près', { latitude, longitude })
  await inTenant(city, (db) => db.execute(sql`update positions set seats_taken = 1 where capacity = 1`))
  expect((await titlesFor(city, personId)).sort()).toEqual(['En ligne', 'Tout près'])
})

test('what somebody supported or voted for is never read', async () => {
  const city = await newCity()
  const personId = await aFollower(city)
  const read = await inTenant(city, async (db) => {
    const plans = []
    for (const query of [tastesOf(personId, now), candidatesFor(personId, [], now)])
      plans.push(await db.execute(sql`explain (format json) ${query}`))
    return [...new Set(JSON.stringify(plans).match(/(?<="Relation Name":")\w+/g))].sort()
  })
  expect(read).toEqual([
    'activities',
    'exclusions',
    'favourites',
    'interests',
    'occurrences',
    'organisations',
    'people',
    'positions',
    'registrations',
  ])
})

test('an activity is kept once, found again with its next date, and let go', async () => {
  const city = await newCity()
  const personId = await aPerson(city)
  const ahead = await held(city, 'À venir')
  const over = await anActivity(city, { title: 'Passée', kind: 'event' })
  const hidden = await anActivity(city, { moderation: 'draft', publication: 'unpublished' })
  const keep = (activityId: string, kept = true) => keepFavourite(city, { personId, activityId, kept, now })
  for (const { id } of [over, ahead, ahead]) expect(await keep(id)).toMatchObject({ ok: true })
  expect(await keep(hidden.id)).toMatchObject({ refusal: 'not_there' })
  const own = async () =>
    (await listFavourites(city, personId, now)).map(({ title, isOver }) => [title, isOver])
  expect(await own()).toEqual([
    ['À venir', false],
    ['Passée', true],
  ])
  await keep(ahead.id, false)
  expect(await own()).toEqual([['Passée', true]])
  expect(await inTenant(city, (db) => db.$count(favourites))).toBe(1)
})
