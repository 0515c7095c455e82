import 'server-only'
import { sql } from 'drizzle-orm'
import { activities, memberships, registrations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'

/** Fewer answers say nothing yet. */
const enough = 3

/**
 * In how many days an organisation usually answers those who ask to join it or to come: the middle one of its last
 * answers. Null while there are too few.
 */
export async function usualAnswer(db: Db, organisationId: string): Promise<number | null> {
  const [found] = await db.execute<{ days: number | null }>(sql`
    with answered as (
      (select coalesce(joined_at, ended_at) as answered_at, at from ${memberships}
        where organisation_id = ${organisationId} and invited_by_id is null and coalesce(joined_at, ended_at) > at)
      union all
      (select r.changed_at, r.at from ${registrations} r join ${activities} a on a.id = r.activity_id
        where a.organisation_id = ${organisationId} and a.registration = 'approval'
          and r.state in ('confirmed', 'declined') and r.changed_at > r.at)
      order by 1 desc limit 50
    )
    select case when count(*) >= ${enough}
      then floor(percentile_cont(0.5) within group (order by extract(epoch from answered_at - at)) / 86400)::int end as days
    from answered`)
  return found?.days ?? null
}
