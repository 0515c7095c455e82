import { sql } from 'drizzle-orm'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { shippedCities } from '@/tenants/shipped'
import type { Tenant } from '@/tenants/tenant'

export const host = 'agenda.test'
export const findCity: Tenant = { ...shippedCities[0]!, id: 'agenda', hosts: { shared: host, aliases: [] } }
const activitiesMade = 10_000
const datesEach = 5
const atOnce = 250

/** So many activities of two thousand organisations, with so many dates each in the half year to come. */
export async function fill(count = activitiesMade, dates = datesEach): Promise<{ dates: number }> {
  await inTenant(findCity, (db) => db.execute(organisationsMade))
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  for (let from = 0; from < count; from += atOnce) {
    await inTenant(findCity, (db) => db.execute(activitiesFrom(from)))
    if (from % 2500 === 0) await owner`analyze activities, activity_words, vocabulary, organisations`
  }
  await inTenant(findCity, (db) => db.execute(schedulesMade))
  await owner`analyze schedules`
  for (let turn = 0; turn < dates; turn++) {
    await inTenant(findCity, (db) => db.execute(datesMade(turn)))
    await owner`analyze occurrences`
    await inTenant(findCity, (db) => db.execute(seatsMade))
    await owner`analyze positions`
  }
  await owner`vacuum analyze activities, activity_words, occurrences, positions, organisations, vocabulary`
  await owner.end()
  const [row] = await inTenant(findCity, (db) =>
    db.execute<{ count: number }>(sql`select count(*)::int as count from occurrences`),
  )
  return { dates: row!.count }
}

const organisationsMade = sql`
  insert into organisations (kind, slug, name, name_key, locale, state, trust, created_at, changed_at, active_at)
  select 'association', 'orga-' || n, 'Association ' || n, 'association' || n, 'fr', 'active', 2, now(), now(), now()
  from generate_series(1, 2000) n`

const subjects = [
  'Planter des arbres',
  'Réparer des vélos',
  'Chanter en chorale',
  'Distribuer des repas',
  'Aider aux devoirs',
  'Nettoyer les berges',
  'Courir ensemble',
  'Lire à voix haute',
  'Apprendre le français',
  'Jouer aux échecs',
  'Visiter le quartier',
  'Cuisiner les invendus',
]
const spots = [
  'au square',
  'près de la gare',
  'place du Marché',
  'rue des Lilas',
  'au bord du canal',
  'à la bibliothèque',
  'sous le viaduc',
]

const listOf = (values: readonly string[]) =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`

function activitiesFrom(from: number) {
  const { themes, territory } = findCity
  const themeIds = listOf(themes.map(({ id }) => id))
  const districts = listOf(territory.districts.map(({ code }) => code))
  return sql`
    insert into activities (slug, kind, organisation_id, title, summary, body, locale, spoken, theme_ids, commitment,
      place_label, district_code, latitude, longitude, precision, accessibility, registration, capacity, moderation,
      publication, created_at, changed_at, published_at)
    select 'activite-' || n, case when n % 3 = 0 then 'mission' else 'event' end, (select id from organisations where slug = 'orga-' || (n % 2000 + 1)),
      (${listOf(subjects)})[n % ${subjects.length}::int + 1] || ' ' || (${listOf(spots)})[n / 12 % ${spots.length}::int + 1] || ' ' || n,
      'Deux heures ensemble, outils fournis.', 'On se retrouve, on fait, on range. Numéro ' || n, 'fr', array['fr'],
      array[(${themeIds})[n % ${themes.length}::int + 1]], 'once', 'Lieu ' || n % 300,
      (${districts})[n % ${territory.districts.length}::int + 1], 48.82 + (n * 37 % 800) / 10000.0, 2.27 + (n * 53 % 1400) / 10000.0, 'exact',
      case when n % 2 = 0 then '{"mobility": "yes"}'::jsonb else '{}'::jsonb end, 'instant', 20, 'approved', 'published', now(), now(),
      now() - n * interval '5 minutes'
    from generate_series(${from + 1}::int, ${from + atOnce}::int) n`
}

const schedulesMade = sql`
  insert into schedules (activity_id, zone, starts_local, ends_local, created_at)
  select id, 'Europe/Paris', '2026-12-01 18:00', '2026-12-01 20:00', now() from activities`

const datesMade = (turn: number) => sql`
  insert into occurrences (activity_id, schedule_id, original_local, zone, starts_local, ends_local, starts_at, ends_at, zone_edition, changed_at)
  select s.activity_id, s.id, at, 'Europe/Paris', at, at + interval '2 hours', at at time zone 'UTC', at at time zone 'UTC' + interval '2 hours', '2026a', now()
  from schedules s,
    lateral (select date_trunc('hour', now() at time zone 'UTC') + (hashtext(s.id::text) & 1023) * interval '1 hour' + ${turn}::int * interval '30 days' as at) placed`

const seatsMade = sql`
  insert into positions (activity_id, occurrence_id, capacity, seats_taken)
  select activity_id, id, 20, (hashtext(id::text) & 15) from occurrences
  where not exists (select from positions where occurrence_id = occurrences.id)`
