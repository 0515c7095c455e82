import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listActivities } from '@/lib/agir/finding/queries'
import { noFilters } from '@/lib/agir/finding/rules'
import { inTenant } from '@/lib/db'
import { aCity } from '../../support/cities'

const now = new Date('2026-11-21T12:00:00Z')

/** A thousand activities with five dates each, in the weeks to come. */
const activitiesMade = sql`
  insert into activities (slug, kind, title, summary, body, locale, spoken, theme_ids, registration, moderation,
    publication, created_at, changed_at, published_at)
  select 'activite-' || n, 'event', 'Chanter ensemble ' || n, 'Une heure, sans audition.', 'On chante. Numéro ' || n, 'fr',
    array['fr'], array['nature'], 'instant', 'approved', 'published', now(), now(), now()
  from generate_series(1, 1000) n`
const schedulesMade = sql`
  insert into schedules (activity_id, zone, starts_local, ends_local, created_at)
  select id, 'Europe/Paris', '2026-12-01 18:00', '2026-12-01 20:00', now() from activities`
const datesMade = sql`
  insert into occurrences (activity_id, schedule_id, original_local, zone, starts_local, ends_local, starts_at, ends_at, zone_edition, changed_at)
  select activity_id, id, at, 'Europe/Paris', at, at + interval '2 hours', at at time zone 'UTC',
    at at time zone 'UTC' + interval '2 hours', '2026a', now()
  from schedules, generate_series(1, 5) nth,
    lateral (select timestamp '2026-11-22 08:00' + (hashtext(id::text) & 511) * interval '1 hour' + nth * interval '30 days' as at) placed`

test('edge 37: a page of the list, out of five thousand dates, is found in less than 300 ms', async () => {
  const city = await aCity()
  await inTenant(city, async (db) => {
    for (const made of [activitiesMade, schedulesMade, datesMade]) await db.execute(made)
  })
  const took: number[] = []
  for (let turn = 0; turn < 6; turn++) {
    const began = performance.now()
    const { cards, total } = await listActivities(city, { ...noFilters, words: 'chanter' }, now)
    took.push(performance.now() - began)
    expect([cards.length, total]).toEqual([24, 1000])
  }
  expect(Math.min(...took), 'the others wait for a busy machine').toBeLessThan(300)
})
