import { type SQL, sql } from 'drizzle-orm'
import { connectAsOwner } from '@/lib/db/administration'
import { asOperator, type Operator } from '@/lib/db/operator'
import { shippedCities } from '@/tenants/shipped'
import type { Tenant } from '@/tenants/tenant'

export const host = 'liste.test'
export const largeCity: Tenant = { ...shippedCities[0]!, id: 'liste', hosts: { shared: host, aliases: [] } }
const city = largeCity
const atOnce = 500

/** Fifty thousand ideas written in a few hundred ways, with their supports. Returns how many supports. */
export function fill(ideasMade = 50_000): Promise<number> {
  return asOperator(process.env.OWNER_DATABASE_URL!, async (operator) => {
    const write = (piece: SQL) => written(operator, piece)
    for (let from = 0; from < ideasMade; from += atOnce) await write(someIdeas(from))
    for (let from = 0; from < ideasMade; from += atOnce) await write(theirSupports(from))
    await settleFigures()
    await write(sql`select app.gather_tallies()`)
    const [row] = await write(sql`select sum(support_count)::int as sum from ideas`)
    return Number(row!.sum)
  })
}

/**
 * A piece at a time, as whoever looks after cities does, and for as long as it takes. What is written grows faster than
 * Postgres looks at it: without being told it would read all of it for each row it checks.
 */
const written = ({ inCity }: Operator, piece: SQL) =>
  inCity(city, async (db) => {
    await db.execute(sql`set local enable_seqscan = off`)
    return db.execute(piece)
  })

async function settleFigures(): Promise<void> {
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  await owner`vacuum analyze ideas, idea_words, vocabulary, idea_tallies, supports, journal`
  await owner.end()
}

const theirSupports = (from: number) => sql`
  insert into supports (idea_id, voter_key, state, counted_on, changed_on)
  select ideas.id, decode(md5(ideas.id::text || voice) || md5(voice::text), 'hex'), 'counted', current_date, current_date
  from ideas, generate_series(1, support_count) voice
  where slug = any (array(select 'idee-' || n from generate_series(${from + 1}::int, ${from + atOnce}::int) n))`

const subjects = [
  'Des arceaux à vélo',
  'Une piste cyclable',
  'Des bancs à l’ombre',
  'Un jardin partagé',
  'Une bibliothèque ouverte le dimanche',
  'Une fontaine',
  'Des arbres',
  'Un terrain de sport',
  'Un passage piéton',
  'Une rue aux écoles',
  'Un marché de producteurs',
  'Des nichoirs',
]
const spots = [
  'devant la gare',
  'place du Marché',
  'rue des Lilas',
  'au bord du canal',
  'près de la mairie',
  'sous le viaduc',
  'au parc de la colline',
]
const reasons = [
  'Les piétons et les cyclistes circulent difficilement.',
  'Le bruit est important et les familles manquent d’ombre.',
  'Une concertation avec les riverains permettrait de choisir.',
  'Un concert par mois ferait vivre le quartier.',
]

function someIdeas(from: number) {
  const list = (texts: readonly string[]) =>
    sql`(array[${sql.join(
      texts.map((text) => sql`${text}`),
      sql`, `,
    )}]::text[])`
  const themes = list(city.themes.map(({ id }) => id))
  const districts = list(city.territory.districts.map(({ code }) => code))
  const anyOf = (array: ReturnType<typeof list>, count: number, salt: number) =>
    sql`${array}[1 + (hashint4(n * ${salt}::int) & 65535) % ${count}::int]`
  return sql`
    with made as (insert into ideas (slug, title, body, locale, theme_id, district_code, place_kind, latitude, longitude, publication, collection,
      created_at, changed_at, submitted_at, published_at, rule_version, threshold, deadline_at, support_min_age,
      support_assurance, residence, time_zone, support_count, reached_at, expired_at)
    select 'idee-' || n, ${anyOf(list(subjects), subjects.length, 3)} || ' ' || ${anyOf(list(spots), spots.length, 5)} || ' ' || n,
      repeat(${anyOf(list(reasons), reasons.length, 7)} || ' ', 6) || ${anyOf(list(reasons), reasons.length, 11)} || ' mot' || n % 20000,
      'fr', ${anyOf(themes, city.themes.length, 13)}, ${anyOf(districts, city.territory.districts.length, 17)}, 'point',
      48.82 + (n % 977) / 12000.0, 2.27 + (n % 1013) / 8000.0, 'published', state,
      at, at, at, at, 1, 1500, at + interval '6 months', 15, 'A1', array['lives'], 'Europe/Paris', n * 7919 % 81,
      case when state = 'reached' then at + interval '1 day' end, case when state = 'expired' then at + interval '6 months' end
    from (select n, now() - n % 365 * interval '1 day' as at,
      case when n % 365 > 180 then 'expired' when n % 20 = 0 then 'reached' else 'open' end as state
      from generate_series(${from + 1}::int, ${from + atOnce}::int) n) invented returning id, collection)
    insert into journal (about_id, kind, at, by_role, visibility)
    select id, kind, '2020-01-01', 'system', 'internal' from made
    cross join lateral unnest(case collection when 'open' then '{published}' when 'reached' then '{published,threshold_reached}'
      else '{published,expired}' end::text[]) as kind`
}
