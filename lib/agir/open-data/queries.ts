import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import type { DateState } from '../dates/rules'
import { choices, found } from '../finding/queries'
import { type Filters, windowOf } from '../finding/rules'

export type OpenDate = {
  id: string
  activityId: string
  slug: string
  kind: string
  title: string
  summary: string
  locale: string
  themeIds: string[]
  organiser: string | null
  place: string | null
  districtCode: string | null
  latitude: number | null
  longitude: number | null
  startsAt: Date
  endsAt: Date
  zone: string
  state: DateState
  reason: string | null
  sequence: number
  changedAt: Date
}
type Row = Omit<OpenDate, 'startsAt' | 'endsAt' | 'changedAt'> & {
  startsAt: string
  endsAt: string
  changedAt: string
}

const most = 2000

/** Every date to come of what passes the filters, those called off too, the soonest first. No person is named. */
export function listOpenDates(tenant: Tenant, filters: Filters, now: Date): Promise<OpenDate[]> {
  const { from, until } = windowOf(filters, tenant.timeZone, now)
  const before = until ? sql`and o.starts_at < ${until.toISOString()}::timestamptz` : sql``
  return inTenant(tenant, async (db) => {
    const rows = await db.execute<Row>(sql`
      with ${found(tenant, filters, now)}
      select o.id, a.id as "activityId", a.slug, a.kind, a.title, a.summary, a.locale, a.theme_ids as "themeIds",
        g.name as organiser, case when o.state <> 'moved_online' then concat_ws(', ', coalesce(o.place_label, a.place_label), case when o.place_label is null then coalesce(o.address, a.address) else o.address end) end as place,
        case when o.state <> 'moved_online' then coalesce(o.district_code, a.district_code) end as "districtCode",
        case when a.attendance <> 'online' and o.state <> 'moved_online' then case when o.place_label is null then coalesce(o.latitude, a.latitude) else o.latitude end end as latitude,
        case when a.attendance <> 'online' and o.state <> 'moved_online' then case when o.place_label is null then coalesce(o.longitude, a.longitude) else o.longitude end end as longitude,
        o.starts_at as "startsAt", o.ends_at as "endsAt", o.zone, o.state, o.reason, o.sequence, o.changed_at as "changedAt"
      from found join activities a on a.id = found.id join occurrences o on o.activity_id = a.id
      left join organisations g on g.id = a.organisation_id
      where ${choices(filters)} and o.state <> 'postponed' and o.ends_at > ${from.toISOString()}::timestamptz ${before}
      order by o.starts_at, o.id limit ${most}`)
    return rows.map(({ startsAt, endsAt, changedAt, place, ...row }) => ({
      ...row,
      place: place || null,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      changedAt: new Date(changedAt),
    }))
  })
}
