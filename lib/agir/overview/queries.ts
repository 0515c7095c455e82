import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { isPublic, listActivities, type Listing, takesPlace } from '../finding/queries'
import { noFilters, type Preset, windowOf } from '../finding/rules'

const moments = ['today', 'evening', 'weekend'] as const satisfies Preset[]
export type Moment = (typeof moments)[number]
export type AgirOverview = {
  /** How much there is to do at each moment. */
  counts: Record<Moment, number>
  week: Listing
  needs: Listing
  all: Listing
}

/** What the home of the platform shows: this week, who is waited for, and how much there is of each kind and place. */
export async function findAgirOverview(tenant: Tenant, now: Date): Promise<AgirOverview> {
  const [all, week, needs, counts] = await Promise.all([
    listActivities(tenant, noFilters, now, 6),
    listActivities(tenant, { ...noFilters, preset: 'week' }, now, 6),
    listActivities(
      tenant,
      { ...noFilters, kinds: ['mission', 'standing_need'], extras: ['room'], sort: 'new' },
      now,
      4,
    ),
    countMoments(tenant, now),
  ])
  const isShown = new Set(week.cards.map(({ id }) => id))
  const others = needs.cards.filter(({ id }) => !isShown.has(id)).slice(0, 3)
  return { all, week, needs: { ...needs, cards: others }, counts }
}

function countMoments(tenant: Tenant, now: Date): Promise<Record<Moment, number>> {
  const within = (preset: Preset) => {
    const { from, until } = windowOf({ ...noFilters, preset }, tenant.timeZone, now)
    return sql`count(distinct activity_id) filter (where ends_at > ${from.toISOString()}::timestamptz
      and starts_at < ${until!.toISOString()}::timestamptz)::int`
  }
  const last = new Date(now.getTime() + 8 * 86_400_000).toISOString()
  return inTenant(tenant, async (db) => {
    const [counted] = await db.execute<Record<Moment, number>>(sql`
      select ${within('today')} as today, ${within('evening')} as evening, ${within('weekend')} as weekend
      from occurrences join activities a on a.id = activity_id
      where ${takesPlace} and ends_at > ${now.toISOString()}::timestamptz and starts_at < ${last}::timestamptz and ${isPublic}`)
    return counted!
  })
}
