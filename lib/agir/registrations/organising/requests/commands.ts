import 'server-only'
import { sql } from 'drizzle-orm'
import { inTenant } from '../../../../db'
import { record } from '../../../../journal/commands'
import { ownersOf } from '../../../organisations/queries'

/** Those who organise are told of a date's requests at once, then not again for so long. */
const calmHours = 6

type Asked = {
  dateId: string
  activityId: string
  organisationId: string | null
  organiserId: string | null
  title: string
  startsAt: string
  zone: string
  number: number
}

/** Tells those who organise that somebody waits for their answer. Returns for how many dates. */
export function tellOrganisers(tenant: { id: string }, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('requests'), hashtext(${tenant.id}))`)
    const at = sql`${now.toISOString()}::timestamptz`
    const dates = await db.execute<Asked>(sql`
      with asked as (
        select r.occurrence_id, count(*)::int as number, max(r.changed_at) as latest from registrations r
        where r.state = 'pending' group by r.occurrence_id
      )
      select o.id as "dateId", a.id as "activityId", a.organisation_id as "organisationId", a.organiser_id as "organiserId",
        a.title, o.starts_at as "startsAt", o.zone, asked.number
      from asked join occurrences o on o.id = asked.occurrence_id join activities a on a.id = o.activity_id
      left join lateral (
        select max(j.at) as at from journal j where j.about_id = o.id and j.kind = 'registration_asked'
      ) told on true
      where o.starts_at > ${at} and asked.latest > coalesce(told.at, '-infinity')
        and coalesce(told.at, '-infinity') <= ${at} - ${calmHours} * interval '1 hour'
      order by o.id limit 200`)
    for (const { dateId, activityId, organisationId, organiserId, startsAt, ...said } of dates) {
      const owners = organisationId ? await ownersOf(db, organisationId) : []
      const tell = [...new Set([...owners, ...(organiserId ? [organiserId] : [])])]
      const path = `/mes-activites/${activityId}/dates/${dateId}`
      const detail = { ...said, startsTime: new Date(startsAt), path, on: 'agir', tell }
      const by = { byId: null, byRole: 'system', visibility: 'internal', at: now } as const
      await record(db, { kind: 'registration_asked', aboutId: dateId, ...by, detail })
    }
    return dates.length
  })
}
