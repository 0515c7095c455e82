import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, letters, savedSearches } from '@/drizzle/schema'
import { changeSearch, forgetSearch, keepSearch } from '@/lib/agir/searches/commands'
import { SearchInput } from '@/lib/agir/searches/input'
import { listSearches } from '@/lib/agir/searches/queries'
import { mostSearches, type SearchFrequency } from '@/lib/agir/searches/rules'
import { tellOfSearches } from '@/lib/agir/searches/telling/commands'
import { inTenant } from '@/lib/db'
import { send } from '@/lib/mail/jobs'
import { readUnsubscribeToken } from '@/lib/mail/unsubscribe-token'
import { stopLetters } from '@/lib/notifications/preferences/commands'
import type { Tenant } from '@/tenants/tenant'
import { aDate, anActivity } from '../../support/agir'
import { after, noon, someone } from '../../support/letters'
import { mail } from '../../support/mailroom'
import { aCity, publish } from '../../support/new-cities'

async function newCity(): Promise<Tenant> {
  const city = aCity()
  await publish(city)
  return city
}

async function keep(city: Tenant, personId: string, frequency: SearchFrequency, query = '?q=canal') {
  await keepSearch(city, { personId, name: 'Le canal', query, frequency, now: noon })
  return (await listSearches(city, personId))[0]!.id
}

async function announced(city: Tenant, title: string, at: Date) {
  const { id } = await anActivity(city, { title, createdAt: at, changedAt: at, publishedAt: at })
  await aDate(city, id, after(at, 240))
  return id
}

const lettersTo = (city: Tenant, personId: string) =>
  inTenant(city, (db) => db.select().from(letters).where(eq(letters.personId, personId)))

test('a search tells what was announced since, once, and never what was there before', async () => {
  const city = await newCity()
  const personId = await someone({}, city)
  await announced(city, 'Nager dans le canal', after(noon, -48))
  await keep(city, personId, 'at_once')
  await tellOfSearches(city, after(noon, 1), 50)
  expect(await lettersTo(city, personId)).toEqual([])

  await announced(city, 'Nettoyer le canal', after(noon, 2))
  await announced(city, 'Chanter en chorale', after(noon, 2))
  await tellOfSearches(city, after(noon, 3), 50)
  await tellOfSearches(city, after(noon, 3), 50)
  const [letter, ...others] = await lettersTo(city, personId)
  expect(others).toEqual([])
  await send({ letterId: letter!.id }, { tenant: city, now: after(noon, 3) })
  const [sent] = mail.received
  expect(sent!.subject).toContain('Le canal')
  expect(sent!.text).toContain('Nettoyer le canal')
  expect(sent!.text).not.toMatch(/chorale|Nager/)
  expect(sent!.html).toContain('/activites?q=canal')
})

test('there is one letter for a search on a day; what comes after it comes the next', async () => {
  const city = await newCity()
  const personId = await someone({}, city)
  await keep(city, personId, 'at_once')
  for (const hours of [1, 2, 5]) {
    await announced(city, `Le canal, ${hours}`, after(noon, hours))
    await tellOfSearches(city, after(noon, hours + 0.5), 50)
  }
  expect(await lettersTo(city, personId)).toHaveLength(1)
  await tellOfSearches(city, after(noon, 24), 50)
  const said = (await lettersTo(city, personId)).map(({ detail }) => (detail as { count: number }).count)
  expect(said.sort()).toEqual([1, 2])
})

test('a daily letter waits for the morning, a weekly one for Monday', async () => {
  const city = await newCity()
  const [daily, weekly] = [await someone({}, city), await someone({}, city)]
  await keep(city, daily, 'daily')
  await keep(city, weekly, 'weekly')
  await announced(city, 'Au bord du canal', after(noon, 1))
  await tellOfSearches(city, after(noon, 2), 50)
  expect(await lettersTo(city, daily)).toEqual([])
  await tellOfSearches(city, after(noon, 22), 50)
  expect([await lettersTo(city, daily), await lettersTo(city, weekly)].map((all) => all.length)).toEqual([
    1, 0,
  ])
  await tellOfSearches(city, new Date('2026-11-30T08:00:00Z'), 50)
  expect(await lettersTo(city, weekly)).toHaveLength(1)
})

test('the last line of a letter stops those of this search, and keeps it', async () => {
  const city = await newCity()
  const personId = await someone({}, city)
  const searchId = await keep(city, personId, 'at_once')
  await announced(city, 'Le canal', after(noon, 1))
  await tellOfSearches(city, after(noon, 2), 50)
  const [letter] = await lettersTo(city, personId)
  await send({ letterId: letter!.id }, { tenant: city, now: after(noon, 2) })
  const stop = mail.received[0]!.headers.find(({ key }) => key === 'list-unsubscribe')!.value
  const token = new URL(stop.slice(1, -1)).searchParams.get('jeton')!
  const stopping = readUnsubscribeToken(city, token)!
  expect(stopping).toEqual({ what: 'search', searchId, personId })
  await stopLetters(city, stopping)
  expect(await listSearches(city, personId)).toMatchObject([{ id: searchId, frequency: 'never' }])
  await announced(city, 'Le canal encore', after(noon, 30))
  await tellOfSearches(city, after(noon, 60), 50)
  expect(await lettersTo(city, personId)).toHaveLength(1)
})

test('a search that is forgotten, or wants no letter any more, takes back what had not left', async () => {
  const city = await newCity()
  const personId = await someone({}, city)
  for (const [query, end] of [
    ['?q=canal', forgetSearch],
    ['?q=berges', changeSearch],
  ] as const) {
    const searchId = await keep(city, personId, 'at_once', query)
    await announced(city, query.slice(3), after(noon, 1))
    await tellOfSearches(city, after(noon, 2), 50)
    await end(city, { personId, searchId, name: 'x', frequency: 'never', now: after(noon, 2) })
  }
  expect((await lettersTo(city, personId)).map(({ state }) => state)).toEqual(['dropped', 'dropped'])
})

test('only what the list understands is kept, twenty at most, and nobody else’s can be touched', async () => {
  const city = await newCity()
  const [personId, other] = [await someone({}, city), await someone({}, city)]
  const read = SearchInput({ tenant: city })
  const filled = { name: 'Tout', frequency: 'daily' }
  expect(read.parse({ ...filled, query: '?q=canal&apres=abc&inconnu=1' }).query).toBe('?q=canal')
  expect(read.parse({ ...filled, query: '?inconnu=1' }).query).toBeNull()
  const nothing = { ...filled, personId, query: null, frequency: 'daily', now: noon } as const
  expect(await keepSearch(city, nothing)).toMatchObject({ refusal: 'nothing_asked' })
  for (let n = 0; n < mostSearches; n++) await keep(city, personId, 'never', `?q=mot${n}`)
  expect(await keepSearch(city, { ...nothing, query: '?q=encore' })).toMatchObject({
    refusal: 'too_many_searches',
  })
  const searchId = (await listSearches(city, personId))[0]!.id
  const change = { personId: other, searchId, name: 'À moi', frequency: 'never', now: noon } as const
  expect(await changeSearch(city, change)).toMatchObject({ refusal: 'not_there' })
  await forgetSearch(city, { personId: other, searchId })
  expect(await inTenant(city, (db) => db.$count(savedSearches, eq(savedSearches.personId, personId)))).toBe(
    mostSearches,
  )
})

test('what is withdrawn before the letter is written is not in it', async () => {
  const city = await newCity()
  const personId = await someone({}, city)
  await keep(city, personId, 'at_once')
  const id = await announced(city, 'Le canal', after(noon, 1))
  await inTenant(city, (db) =>
    db
      .update(activities)
      .set({ publication: 'archived', archivedAt: after(noon, 1) })
      .where(eq(activities.id, id)),
  )
  await tellOfSearches(city, after(noon, 2), 50)
  expect(await lettersTo(city, personId)).toEqual([])
})
