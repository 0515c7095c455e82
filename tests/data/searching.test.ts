import { beforeAll, describe, expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { readFilters } from '@/lib/ideas/listing/input'
import { findSimilarIdeas } from '@/lib/ideas/similar/queries'
import type { Locale, Tenant } from '@/tenants/tenant'
import { belleville } from '@/tenants/belleville'
import { paris } from '@/tenants/paris'
import { sql } from 'drizzle-orm'
import { anIdea } from '../support/factories'
import { goes } from '../support/histories'

const body = (words: string) => `${words}. ${'Ce texte est assez long pour être lu. '.repeat(6)}`

/** A made-up city of its own for each test: nothing another test writes is in its lists. */
let cities = 0
function aCity(locales: Locale[] = ['fr']): Tenant {
  return { ...paris, id: `recherche-${process.pid}-${++cities}`, locales }
}

async function withIdeas(titles: string[], locale: Locale = 'fr', locales?: Locale[]) {
  const city = aCity(locales ?? [locale])
  for (const title of titles) await anIdeaIn(city, { title, locale })
  return city
}

async function anIdeaIn(city: Tenant, detail: Parameters<typeof anIdea>[1]) {
  await inTenant(city, (db) =>
    db.execute(sql`insert into rule_sets (version, rules, threshold, time_zone, digest, reason, author, valid_from)
      values (1, '{}', 1500, 'Europe/Paris', 'x', 'x', 'x', now()) on conflict do nothing`),
  )
  return anIdea(city, { body: body(''), ...detail })
}

async function found(city: Tenant, q: string): Promise<string[]> {
  return (await listIdeas(city, readFilters({ q }, city, 20260301))).cards.map(({ title }) => title)
}

describe('a word finds an idea', () => {
  const cases: [Locale, string, string][] = [
    ['fr', 'velo', 'Des arceaux pour les vélos'],
    ['fr', 'vélos', 'Un vélo pour chaque école'],
    ['fr', 'pietons', 'Une rue piétonne le dimanche'],
    ['fr', 'biblioteque', 'La bibliothèque ouverte le dimanche'],
    ['fr', 'BIBLIO', 'La bibliothèque ouverte le dimanche'],
    ['fr', 'ecole', 'L’école des Lilas sans voitures'],
    ['fr', 'arbre place', 'Des arbres sur la place du Marché'],
    ['en', 'libary', 'A library open on Sundays'],
    ['en', 'bicycles', 'A bicycle for every school'],
    ['es', 'peatones', 'Una calle peatonal los domingos'],
    ['es', 'arboles', 'Más árboles en la plaza'],
    ['es', 'bibloteca', 'La biblioteca abierta el domingo'],
    ['ar', 'مكتبه', 'مكتبة مفتوحة يوم الأحد'],
    ['ar', 'الاشجار', 'أشجار في الساحة'],
  ]
  test.each(cases)('%s: %s → %s', async (locale, typed, title) => {
    const city = await withIdeas([title, 'xyz'], locale)
    expect(await found(city, typed)).toEqual([title])
  })

  test('in its text as well, after those that have it in their title', async () => {
    const city = await withIdeas(['Une fontaine'])
    await anIdeaIn(city, { title: 'Autre chose', body: body('Près de la fontaine') })
    expect(await found(city, 'fontaine')).toEqual(['Une fontaine', 'Autre chose'])
  })

  test('whatever language of the city it is written in', async () => {
    const city = await withIdeas(['Des bancs publics'], 'fr', ['en', 'fr'])
    expect(await found(city, 'banc')).toEqual(['Des bancs publics'])
  })

  test('only when each word is there', async () => {
    const city = await withIdeas(['Des bancs à l’ombre', 'Des bancs au soleil'])
    expect(await found(city, 'bancs soleil')).toEqual(['Des bancs au soleil'])
  })
})

test('nothing but small words is no search', async () => {
  const city = await withIdeas(['Des bancs à l’ombre'])
  expect(await found(city, 'le la les')).toHaveLength(1)
})

test('what is not published is not found, and what is changed is found by its new words', async () => {
  const city = aCity()
  await anIdeaIn(city, { title: 'Une piscine', publication: 'hidden' })
  await anIdeaIn(city, {
    title: 'Une piscine en projet',
    publication: 'draft',
    collection: 'not_started',
    slug: null,
  })
  const { id } = await anIdeaIn(city, { title: 'Un gymnase' })
  expect(await found(city, 'piscine')).toEqual([])
  await inTenant(city, (db) => db.execute(sql`update ideas set title = 'Une piscine' where id = ${id}`))
  expect(await found(city, 'piscine')).toEqual(['Une piscine'])
  expect(await found(city, 'gymnase')).toEqual([])
  await goes(city, id, 'hide')
  expect(await found(city, 'piscine')).toEqual([])
})

test('another city’s ideas and words are not there', async () => {
  const here = await withIdeas(['Un téléphérique'])
  const there = await withIdeas(['Un tramway'])
  expect(await found(there, 'téléphérique')).toEqual([])
  expect(await found(here, 'téléphérique')).toEqual(['Un téléphérique'])
  const [row] = await inTenant(there, (db) =>
    db.execute<{ count: number }>(
      sql`select count(*)::int as count from vocabulary where word like 'telepher%'`,
    ),
  )
  expect(row?.count).toBe(0)
})

test('the role that searches can do nothing else', async () => {
  const [role] = await inTenant(belleville, (db) =>
    db.execute(sql`
      select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        array(select distinct table_name || ':' || privilege_type from information_schema.role_table_grants
          where grantee = rolname order by 1) as may,
        has_function_privilege('parvis_app', 'app.meanings_of(text[], text)', 'execute') as "appReadsWords"
      from pg_roles where rolname = 'parvis_search'`),
  )
  expect(role).toEqual({
    rolcanlogin: false,
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    may: expect.toSatisfy((may: string[]) =>
      may.every((one) => /^(activity_words|idea_words|vocabulary):SELECT$/.test(one)),
    ),
    appReadsWords: false,
  })
})

describe('a word that thousands of ideas have', () => {
  const city = aCity()
  const theme = paris.themes[0]!.id
  const look = (query: Record<string, string>) => listIdeas(city, readFilters(query, city, 20260301))

  beforeAll(async () => {
    await anIdeaIn(city, { title: 'Une fontaine' })
    await inTenant(city, (db) =>
      db.execute(sql`
        with made as (insert into ideas (slug, title, body, locale, theme_id, publication, collection, created_at, changed_at, published_at,
          rule_version, threshold, deadline_at)
        select 'banc-' || n, case when n % 100 = 0 then 'Une fontaine et un banc ' else 'Un banc ' end || n, 'x', 'fr',
          case when n % 2 = 0 then ${theme} end, 'published', 'open', now(), now(), now() - n * interval '1 minute',
          1, 1500, now() + interval '1 day'
        from generate_series(1, 2100) n returning id)
        insert into journal (about_id, kind, at, by_role, visibility)
        select id, 'published', '2020-01-01', 'system', 'internal' from made`),
    )
  })

  test('is said to be in many, and still finds a whole page', async () => {
    const { cards, total, facets } = await look({ q: 'banc' })
    expect([cards.length, total, facets]).toEqual([24, { count: 2000, atLeast: true }, null])
  })

  test('keeps to the filters and the order, page after page, without counting', async () => {
    const first = await look({ q: 'banc', theme, tri: 'nouvelles' })
    expect(first.total).toBeNull()
    const filters = readFilters({ q: 'banc', theme, tri: 'nouvelles' }, city, 20260301)
    const second = await listIdeas(city, { ...filters, cursor: first.after })
    const shown = [...first.cards, ...second.cards].map(({ slug }) => slug)
    expect(shown).toEqual(Array.from({ length: 48 }, (_, place) => `banc-${(place + 1) * 2}`))
  })

  test('with a rarer one is found and counted exactly', async () => {
    const { total, facets } = await look({ q: 'fontaine banc' })
    expect([total, facets?.themes[theme]]).toEqual([{ count: 21, atLeast: false }, 21])
  })
})

describe('an idea like another is shown before it is written', () => {
  test('by its words, even mistyped', async () => {
    const city = await withIdeas(['Des arceaux à vélo devant la gare', 'Une crèche associative'])
    const alike = await findSimilarIdeas(city, { title: 'Un parking vélos près de la garre' })
    expect(alike.map(({ title }) => title)).toEqual(['Des arceaux à vélo devant la gare'])
  })
  test('by its place', async () => {
    const city = aCity()
    await anIdeaIn(city, { title: 'Un banc', latitude: 48.85, longitude: 2.35 })
    await anIdeaIn(city, { title: 'Un puits', latitude: 48.9, longitude: 2.35 })
    const alike = await findSimilarIdeas(city, { title: 'Toboggan', latitude: 48.851, longitude: 2.35 })
    expect(alike).toMatchObject([{ title: 'Un banc', distance: expect.closeTo(111, -1) }])
  })
  test.each(['previousId', 'splitFromId'] as const)('and not the one it comes from (%s)', async (link) => {
    const [city, draft] = [aCity(), { title: 'Un kiosque à musique, au nord' }]
    const { id } = await anIdeaIn(city, { title: 'Un kiosque à musique' })
    expect(await findSimilarIdeas(city, draft)).toHaveLength(1)
    expect(await findSimilarIdeas(city, { ...draft, [link]: id })).toEqual([])
  })
  test('and not when it is over', async () => {
    const city = aCity()
    await anIdeaIn(city, { title: 'Un kiosque à musique', publication: 'withdrawn', collection: 'closed' })
    expect(await findSimilarIdeas(city, { title: 'Un kiosque à musique' })).toEqual([])
  })
})
