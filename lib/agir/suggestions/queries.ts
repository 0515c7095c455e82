import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { type ActivityCard, cardsOf, placeOf, pointOf } from '../finding/cards/queries'
import { isPublic, takesPlace } from '../finding/queries'
import { isAlive } from '../registrations/queries'
import { type Candidate, farthest, type Reason, suggestionsFrom, type Taste } from './rules'

export type Suggestion = ActivityCard & {
  id: string
  occurrenceId: string | null
  metres: number | null
  reasons: Reason[]
}
/** `isAsked`: whether they want suggestions. `hasTastes`: whether there is anything to suggest from. */
export type Suggestions = { isAsked: boolean; hasTastes: boolean; suggestions: Suggestion[] }
type City = Pick<Tenant, 'id'>
type Asking = { personId: string; now: Date; most: number }

/** What somebody may like to do, for reasons of their own; nothing is read of who did not ask for it. */
export function listSuggestions(tenant: City, asking: Asking): Promise<Suggestions> {
  return inTenant(tenant, (db) => suggestionsIn(db, asking))
}

/** The same for the reader of a page; null once the session is over. */
export function listSuggestionsFor(
  tenant: City,
  session: { sessionId: string; personId: string },
  now: Date,
): Promise<Suggestions | null> {
  return inTenant(tenant, async (db) =>
    (await isAlive(db, session)) ? suggestionsIn(db, { personId: session.personId, now, most: 3 }) : null,
  )
}

export async function suggestionsIn(db: Db, { personId, now, most }: Asking): Promise<Suggestions> {
  const nothing = { isAsked: false, hasTastes: false, suggestions: [] }
  const [person] = await db.execute<{ asked: boolean }>(
    sql`select suggested_since is not null as asked from people where id = ${personId}::uuid`,
  )
  if (!person?.asked) return nothing
  const tastes = await db.execute<Taste>(tastesOf(personId, now))
  if (tastes.length === 0) return { ...nothing, isAsked: true }
  const rows = await db.execute<Omit<Candidate, 'startsAt'> & { startsAt: string | null }>(
    candidatesFor(personId, tastes, now),
  )
  const candidates = rows.map((row) => ({ ...row, startsAt: row.startsAt ? new Date(row.startsAt) : null }))
  const suggestions = await cardsOf(db, suggestionsFrom(tastes, candidates, most), now)
  return { isAsked: true, hasTastes: true, suggestions }
}

/** What they keep, follow and came to. What they supported or voted for is nowhere here, and never will be. */
export function tastesOf(personId: string, now: Date): SQL {
  const me = sql`${personId}::uuid`
  const known = sql`registrations r join occurrences d on d.id = r.occurrence_id join activities a on a.id = r.activity_id
    where r.person_id = ${me} and r.state in ('confirmed', 'attended') and d.ends_at < ${now.toISOString()}::timestamptz`
  return sql`
    select kind, value, min(said) as said from (
      select 'theme_kept' as kind, unnest(a.theme_ids) as value, a.title as said
        from favourites f join activities a on a.id = f.activity_id where f.person_id = ${me} and a.moderation = 'approved'
      union all select 'theme_known', unnest(a.theme_ids), a.title from ${known}
      union all select 'organisation_known', a.organisation_id::text, g.name
        from organisations g join (select a.organisation_id from ${known}) a on a.organisation_id = g.id
      union all select 'organisation_followed', i.value, g.name from interests i join organisations g on g.id::text = i.value
        where i.person_id = ${me} and i.kind = 'organisation'
      union all select i.kind || '_followed', i.value, i.value from interests i
        where i.person_id = ${me} and i.kind in ('theme', 'district', 'place')
      union all select 'district_own', district_code, district_code from people where id = ${me} and district_code is not null
    ) told group by kind, value`
}

/**
 * What they could come to in the four weeks ahead and that one of their tastes brings up: old enough on the day, not too
 * far from where they follow what happens, a seat left, not there already, not unwanted there, not kept already.
 */
export function candidatesFor(personId: string, tastes: Taste[], now: Date): SQL {
  const me = sql`${personId}::uuid`
  const at = sql`${now.toISOString()}::timestamptz`
  const of = (kind: string) =>
    sql`${sql.param(tastes.filter((one) => one.kind.startsWith(kind)).map(({ value }) => value))}::text[]`
  return sql`
    select a.id, d.id as "occurrenceId", a.theme_ids as "themeIds", coalesce(a.organisation_id, a.organiser_id, a.id)::text as "organiserId",
      ${placeOf('district_code')} as "districtCode", place.metres, d.starts_at as "startsAt"
    from activities a
    join people me on me.id = ${me}
    left join lateral (
      select id, starts_at, starts_local, state, district_code, latitude, longitude from occurrences
      where activity_id = a.id and starts_at > ${at} and starts_at < ${at} + interval '28 days' and ${takesPlace}
        and coalesce((select bool_or(p.capacity is null or p.seats_taken < p.capacity) from positions p
          where p.occurrence_id = occurrences.id), true)
      order by starts_at, id limit 1) d on true
    left join lateral (
      select min(111195 * sqrt(power(${pointOf('latitude')} - i.latitude, 2)
        + power((${pointOf('longitude')} - i.longitude) * cos(radians(i.latitude)), 2))) as metres
      from interests i where i.person_id = ${me} and i.kind = 'place') place on true
    cross join lateral (
      select extract(year from coalesce(d.starts_local, ${at}::timestamp))::int - me.birth_year as years,
        greatest(coalesce(a.min_age, 0), case a.minors when 'excluded' then 18 else 0 end) as minimum) age
    where ${isPublic} and (d.id is not null or a.kind = 'standing_need')
      and (a.theme_ids && ${of('theme')} or a.organisation_id::text = any (${of('organisation')}))
      and coalesce(age.years, 17) >= age.minimum
      and (a.attendance = 'online' or place.metres is null or place.metres <= ${farthest})
      and not exists (select from registrations r where r.activity_id = a.id and r.person_id = ${me}
        and r.state in ('needs_guardian', 'pending', 'confirmed', 'waitlisted', 'offered'))
      and not exists (select from exclusions e where e.activity_id = a.id and e.person_id = ${me} and e.lifted_at is null)
      and not exists (select from favourites f where f.activity_id = a.id and f.person_id = ${me})
      and a.organiser_id is distinct from ${me}
    order by d.starts_at nulls last, a.id limit 400`
}
