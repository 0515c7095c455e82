import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { activities, journal, occurrences, positions, registrations } from '../../../../drizzle/schema'

type Told = { id: string; aboutId: string; detail: unknown }
type Said = { registrations?: string[]; onlyIf?: string; isMaterial?: boolean }

/**
 * Whom something concerns that became of a registration, a date, an activity or an organisation. Those the event names;
 * otherwise everyone who is registered for what it is about, and was so when it happened.
 */
export function registrantsOf({ id, aboutId, detail }: Told): SQL {
  const { registrations: named, onlyIf = null, isMaterial = true } = (detail ?? {}) as Said
  if (named)
    return sql`select person_id from ${registrations}
      where id = any (${`{${named.join(',')}}`}::text::uuid[]) and person_id is not null
        and (${onlyIf}::text is null or state = ${onlyIf}::text)`
  return sql`
    select r.person_id from ${registrations} r join ${activities} held on held.id = r.activity_id
      join ${occurrences} coming on coming.id = r.occurrence_id
      join ${journal} event on event.id = ${id}
    where (held.organisation_id = ${aboutId} or held.id = ${aboutId}) and coming.ends_at > event.at
      and r.person_id is not null and app.is_active(r.state) and (${onlyIf}::text is null or r.state = ${onlyIf}::text)
    union all
    select r.person_id from ${positions} p join ${registrations} r on r.position_id = p.id
      join ${journal} event on event.id = ${id}
    where p.occurrence_id = ${aboutId} and ${isMaterial} and r.person_id is not null and r.at <= event.at
      and (${onlyIf}::text is null or r.state = ${onlyIf}::text)
      and (app.is_active(r.state) or r.state = 'cancelled' and r.ended_by = 'organiser' and r.changed_at = event.at)`
}
