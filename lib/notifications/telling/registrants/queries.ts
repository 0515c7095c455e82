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

/** Whom these events name, each with the event that does: `commands.ts` writes a notice for each. */
export function registrantsNamed(eventIds: string[]): SQL {
  return sql`select distinct on (named.event_id, r.person_id) r.person_id, 'registered' as reader, named.event_id,
      named.about_id, named.at, named.event_id::text as bundle
    from (${namedBy(eventIds)}) named join ${registrations} r on r.id = named.registration_id where r.person_id is not null`
}

/** Those of these events that name somebody without an account. */
export async function guestsAmong(db: Db, eventIds: string[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct named.event_id as id from (${namedBy(eventIds)}) named
    join ${registrations} r on r.id = named.registration_id where r.guest_key is not null`)
  return rows.map(({ id }) => id)
}

/** \`offset 0\`: what is made of text is no key of an index below a city's wall. */
const namedBy = (eventIds: string[]) => sql`
  select event.id as event_id, event.about_id, event.at, one::uuid as registration_id
  from ${journal} event cross join jsonb_array_elements_text(event.detail -> 'registrations') one
  where event.id = any (${`{${eventIds.join(',')}}`}::text::uuid[]) offset 0`

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
