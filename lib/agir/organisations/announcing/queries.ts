import 'server-only'
import { sql } from 'drizzle-orm'
import { inTenant } from '../../../db'
import { cardsOf } from '../../finding/cards/queries'

const most = 6

/** What an organisation has before it, the soonest first, then what waits for whoever has time. */
export function listAnnounced(tenant: { id: string }, organisationId: string, now: Date) {
  return inTenant(tenant, async (db) => {
    const at = sql`${now.toISOString()}::timestamptz`
    const rows = await db.execute<{ id: string; occurrenceId: string | null }>(sql`
      select a.id, d.id as "occurrenceId" from activities a
      left join lateral (
        select id, starts_at from occurrences where activity_id = a.id and ends_at >= ${at}
          and state in ('scheduled', 'rescheduled', 'moved_online') order by starts_at, id limit 1
      ) d on true
      where a.organisation_id = ${organisationId} and a.publication = 'published' and a.moderation = 'approved'
        and (d.id is not null or a.kind = 'standing_need')
      order by d.starts_at nulls last, a.id limit ${most}`)
    return cardsOf(db, [...rows], now)
  })
}
