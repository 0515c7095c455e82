import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, inTenant } from '../../db'
import { countedKinds } from '../hours/rules'
import { trustLevels } from '../organisations/rules'
import { type Counted, smallestTold, type Told, withoutFew, yearBefore } from './rules'

export type AgirFigures = {
  from: Date
  to: Date
  activities: number
  initiatives: number
  dates: number
  /** Null while too few people took part to tell of them. */
  places: number | null
  hours: number | null
  byTheme: Told[]
  byDistrict: Told[]
  organisations: { trust: number; count: number }[]
  /** The middle of the days in which requests were answered; null while there are too few. */
  answeredIn: number | null
}

/** A year of what people did here together. Nobody can be told from it, and it names no organisation. */
export function findAgirFigures(tenant: { id: string }, now: Date): Promise<AgirFigures> {
  const year = yearBefore(now)
  return inTenant(tenant, async (db) => {
    const [all, byTheme, byDistrict] = [
      await counted(db, sql`'all'`, year),
      await counted(db, sql`unnest(a.theme_ids)`, year),
      await counted(db, sql`coalesce(a.district_code, '')`, year),
    ]
    const [whole] = withoutFew(all)
    const [others] = await db.execute<{ dates: number; initiatives: number }>(sql`
      select (${datesHeld(year)})::int as dates,
        (select count(*)::int from initiatives where state = 'active') as initiatives`)
    return {
      ...year,
      ...others!,
      activities: whole?.activities ?? 0,
      ...(whole ? { places: whole.places, hours: whole.hours } : { places: 0, hours: 0 }),
      ...{ byTheme: withoutFew(byTheme), byDistrict: withoutFew(byDistrict) },
      organisations: await organisationsByTrust(db),
      answeredIn: await usualAnswer(db, year),
    }
  })
}

type Year = { from: Date; to: Date }
const held = ({ from, to }: Year) =>
  sql`o.ends_at >= ${from.toISOString()}::timestamptz and o.ends_at < ${to.toISOString()}::timestamptz
    and o.state not in ('cancelled', 'postponed')`
const wasShown = sql`a.publication <> 'unpublished' and a.moderation = 'approved'`

const datesHeld = (year: Year) => sql`
  select count(*) from occurrences o join activities a on a.id = o.activity_id where ${held(year)} and ${wasShown}`

/**
 * By theme, by district or in all: activities with a date that year, who came, and for how long. Whose hours are in the
 * ledger gave what counts there; everyone else, and whoever came with them, the length of the date.
 */
async function counted(db: Db, key: ReturnType<typeof sql>, year: Year): Promise<Counted[]> {
  const rows = await db.execute<Counted>(sql`
    with dates as (
      select o.id, o.activity_id, ${key} as key,
        greatest(0, extract(epoch from o.ends_at - o.starts_at) / 60 - o.break_minutes) as minutes
      from occurrences o join activities a on a.id = o.activity_id where ${held(year)} and ${wasShown}
    ), ledger as (
      select distinct on (e.registration_id) e.registration_id, case when e.kind in ${countedKinds} then e.minutes else 0 end as minutes
      from hour_entries e join dates on dates.id = e.occurrence_id order by e.registration_id, e.nth desc
    )
    select key, count(distinct dates.activity_id)::int as activities, count(distinct coalesce(r.person_id::text, r.guest_key, r.id::text))
        filter (where r.id is not null)::int as people,
      coalesce(sum(r.party_size), 0)::int as places,
      coalesce(sum(r.party_size * dates.minutes + coalesce(ledger.minutes - dates.minutes, 0)) / 60, 0)::float8 as hours
    from dates left join registrations r on r.occurrence_id = dates.id and r.state in ('confirmed', 'attended')
      left join ledger on ledger.registration_id = r.id
    group by key order by key`)
  return [...rows]
}

async function organisationsByTrust(db: Db) {
  const rows = await db.execute<{ trust: number; count: number }>(sql`
    select trust::int as trust, count(*)::int as count from organisations where state in ('active', 'leaving') group by trust`)
  const known = new Map(rows.map(({ trust, count }) => [trust, count]))
  return trustLevels.map((trust) => ({ trust, count: known.get(trust) ?? 0 }))
}

async function usualAnswer(db: Db, { from }: Year): Promise<number | null> {
  const [found] = await db.execute<{ days: number | null }>(sql`
    select case when count(*) >= ${smallestTold}
      then floor(percentile_cont(0.5) within group (order by extract(epoch from r.changed_at - r.at)) / 86400)::int end as days
    from registrations r join activities a on a.id = r.activity_id
    where a.registration = 'approval' and r.state in ('confirmed', 'declined', 'attended') and r.changed_at > r.at
      and r.at >= ${from.toISOString()}::timestamptz`)
  return found?.days ?? null
}
