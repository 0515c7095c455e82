import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { sampleOrigin } from '../../ideas/samples/rules'
import type { Result, Trial } from './rules'

type Row = Result & { own: number; imported: number }
export type Replay = { own: number; imported: number; results: Result[] }

/**
 * Every past idea held against each of these rules, in one pass over the days on which its voices were given. Only
 * ideas with enough voices are looked at day by day; a voice taken back or set aside never counted.
 */
export function replayRules(
  tenant: Pick<Tenant, 'id' | 'timeZone'>,
  trials: Trial[],
  now: Date,
): Promise<Replay> {
  return inTenant(tenant, async (db) => {
    // Two million voices are read in a few seconds; whoever writes the rules may wait for them.
    await db.execute(sql`set local statement_timeout = '20s'`)
    const rows = await readReplay(db, tenant.timeZone, trials, now)
    const [first] = rows
    return { own: first?.own ?? 0, imported: first?.imported ?? 0, results: rows }
  })
}

function readReplay(db: Db, timeZone: string, trials: Trial[], now: Date) {
  return db.execute<Row>(sql`
    with ${askedRules(trials)}, ${pastIdeas(timeZone, now)}, ${reachedDays}
    , waiting as (
      select asked.place, count(*)::int as count
      from asked join own on own.seen_until <= own.published_on + asked.duration
      where not exists (select from reached where reached.place = asked.place and reached.id = own.id)
      group by asked.place
    ), steps as (
      select place, greatest(after, 0) as after, count(*)::int as count from reached group by 1, 2
    )
    select totals.own, totals.imported, found.reached, coalesce(waiting.count, 0) as unknown,
      totals.own - found.reached - coalesce(waiting.count, 0) as missed, found.days,
      (select count(*)::int from imported where total >= ${askedOf(sql`imported.district`)}) as "importedReached"
    from asked
    cross join (select (select count(*)::int from own) as own, (select count(*)::int from imported) as imported) totals
    cross join lateral (
      select coalesce(sum(count), 0)::int as reached,
        coalesce(jsonb_agg(jsonb_build_object('after', after, 'count', count) order by after), '[]') as days
      from steps where steps.place = asked.place
    ) found
    left join waiting on waiting.place = asked.place
    order by asked.place`)
}

function askedRules(trials: Trial[]) {
  const asked = trials.map(({ threshold, duration, districts = {} }) => ({
    ...{ threshold, districts, months: 0, days: 0, ...duration },
    least: Math.min(threshold, ...Object.values(districts)),
  }))
  return sql`asked as materialized (
    select place, threshold, districts, least, make_interval(months => months, days => days) as duration
    from rows from (jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as (threshold int, districts jsonb, least int, months int, days int))
      with ordinality as trial (threshold, districts, least, months, days, place)
  )`
}

/** `seen_until`: the first day of which no voice could be known, because its time was over, or is not yet. */
function pastIdeas(timeZone: string, now: Date) {
  return sql`own as materialized (
    select id, support_count, ${oneDistrict} as district, (published_at at time zone zone)::date as published_on,
      (least(deadline_at, withdrawn_at, merged_at, ${now.toISOString()}::timestamptz) at time zone zone)::date as seen_until
    from (select ideas.*, coalesce(time_zone, ${timeZone}) as zone from ideas) ideas
    where origin is null and published_at is not null and publication in ('published', 'withdrawn', 'merged')
  ), imported as materialized (
    select imported_support_count as total, ${oneDistrict} as district from ideas
    where origin <> ${sampleOrigin} and publication = 'published'
  )`
}

/** What concerns two districts concerns the whole city. */
const oneDistrict = sql`case when second_district_code is null then district_code end`

const askedOf = (district: SQL) => sql`coalesce((asked.districts ->> ${district})::int, asked.threshold)`

/** On which day each idea had the voices of each rule, within its time. */
const reachedDays = sql`days as (
    select supports.idea_id, supports.counted_on as day, count(*) as voices
    from supports join own on own.id = supports.idea_id
    where supports.state = 'counted' and own.support_count >= (select min(least) from asked)
    group by 1, 2
  ), sums as (
    select idea_id, day, sum(voices) over (partition by idea_id order by day) as total from days
  ), reached as (
    select asked.place, own.id, min(sums.day) - own.published_on as after
    from sums join own on own.id = sums.idea_id
    join asked on sums.total >= ${askedOf(sql`own.district`)} and sums.day <= own.published_on + asked.duration
    group by asked.place, own.id, own.published_on
  )`
