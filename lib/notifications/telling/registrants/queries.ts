import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { activities, journal, occurrences, positions, registrations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'

type Told = { id: string; aboutId: string; detail: unknown }
type Said = { registrations?: string[]; onlyIf?: string; notTo?: string; isMaterial?: boolean }

/** The people, by their accounts, whom something concerns that became of a registration, a date, an activity or an organisation. */
export function registrantsOf(told: Told): SQL {
  return sql`select person_id from (${concerned(told)}) concerned where person_id is not null`
}

/** One registration of each of those who came without an account. */
export function guestsOf(told: Told): SQL {
  return sql`select distinct on (guest_key) id, guest_key, guest_locale from (${concerned(told)}) concerned
    where guest_key is not null and guest_sealed is not null order by guest_key, id`
}

export type Named = { eventId: string; registrationId: string }

const uuids = (ids: string[]) => sql`${`{${ids.join(',')}}`}::text::uuid[]`

/** Whom events name, each with the event that does: found one after the other by their keys (`offset 0`). */
export function registrantsNamed(named: Named[]): SQL {
  const eventIds = uuids(named.map(({ eventId }) => eventId))
  return sql`
    with events as materialized (
      select event.* from (select distinct id from unnest(${eventIds}) each (id)) told
      cross join lateral (select id, about_id, at from ${journal} where id = told.id offset 0) event
    )
    select distinct on (events.id, held.person_id) held.person_id, 'registered' as reader, events.id as event_id,
      events.about_id, events.at, events.id::text as bundle
    from unnest(${registrationsOf(named)}, ${eventIds}) named (id, event_id)
    cross join lateral (select person_id from ${registrations} where id = named.id offset 0) held
    join events on events.id = named.event_id
    where held.person_id is not null`
}

/** Those of these registrations that are of somebody without an account. */
export async function guestsAmong(db: Db, named: Named[]): Promise<Set<string>> {
  const rows = await db.execute<{ id: string }>(sql`
    select r.id from unnest(${registrationsOf(named)}) named (id)
    cross join lateral (select id, guest_key from ${registrations} where id = named.id offset 0) r
    where r.guest_key is not null`)
  return new Set(rows.map(({ id }) => id))
}

const registrationsOf = (named: Named[]) => uuids(named.map(({ registrationId }) => registrationId))

/** The registrations an event names; otherwise all there are for what it is about, and were so when it happened. */
function concerned({ id, aboutId, detail }: Told): SQL {
  const { registrations: named, onlyIf = null, notTo = null, isMaterial = true } = (detail ?? {}) as Said
  if (named)
    return sql`select ${who} from ${registrations} r
      where r.id = any (${`{${named.join(',')}}`}::text::uuid[])
        and (${onlyIf}::text is null or r.state = ${onlyIf}::text)`
  return sql`
    select ${who} from ${registrations} r join ${activities} held on held.id = r.activity_id
      join ${occurrences} coming on coming.id = r.occurrence_id
      join ${journal} event on event.id = ${id}
    where (held.organisation_id = ${aboutId} or held.id = ${aboutId}) and coming.ends_at > event.at
      and app.is_active(r.state) and (${onlyIf}::text is null or r.state = ${onlyIf}::text)
    union all
    select ${who} from ${positions} p join ${registrations} r on r.position_id = p.id
      join ${journal} event on event.id = ${id}
    where p.occurrence_id = ${aboutId} and ${isMaterial} and date_trunc('milliseconds', r.at) <= event.at
      and (${onlyIf}::text is null or r.state = ${onlyIf}::text) and r.state is distinct from ${notTo}::text
      and (app.is_active(r.state) or r.state = 'cancelled' and r.ended_by = 'organiser' and r.changed_at = event.at)`
}

const who = sql`r.id, r.person_id, r.guest_key, r.guest_sealed, r.guest_locale`
