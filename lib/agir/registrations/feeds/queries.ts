import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { calendarFeeds, people } from '../../../../drizzle/schema'
import { keyedHash } from '../../../auth/sealing'
import { type Db, inTenant } from '../../../db'
import { hashOf } from '../../../people/sign-in/queries'
import type { CalendarDate } from '../../calendar/rules'
import type { DateState } from '../../dates/rules'
import type { RegistrationState } from '../rules'
import { shownAs, timesTold } from './rules'

type City = { id: string }

/** Only its hash is stored; whoever the calendar is for may see the address again, because the city can make it again. */
export function feedToken(tenant: City, feedId: string): string {
  return keyedHash('calendar-feed', tenant.id, feedId)
}

/** The address a person gave to their calendar, if they have one. */
export function findFeed(tenant: City, personId: string) {
  return inTenant(tenant, async (db) => {
    const [feed] = await db
      .select({ id: calendarFeeds.id, createdAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)))
    return feed ? { token: feedToken(tenant, feed.id), createdAt: feed.createdAt } : null
  })
}

export type FeedDate = Omit<CalendarDate, 'href'> & { slug: string | null }

/** What whoever holds the address may read; null where it was taken back, or never was. */
export function listFeed(tenant: City, token: string, now: Date): Promise<FeedDate[] | null> {
  return inTenant(tenant, async (db) => {
    const [feed] = await db
      .select({ personId: calendarFeeds.personId })
      .from(calendarFeeds)
      .innerJoin(people, and(eq(people.id, calendarFeeds.personId), isNull(people.deletedAt)))
      .where(and(eq(calendarFeeds.tokenHash, hashOf(token)), isNull(calendarFeeds.revokedAt)))
    if (!feed) return null
    const rows = await rowsOf(db, feed.personId, now)
    return rows.map(dateOf)
  })
}

type Row = Omit<FeedDate, 'status' | 'startsAt' | 'endsAt' | 'changedAt'> &
  Record<'startsAt' | 'endsAt' | 'changedAt' | 'movedAt', string> & {
    state: DateState
    own: RegistrationState
    times: number
    onlineUrl: string | null
  }

/** The latest of what was asked for each date: for a quarter of a year back, and for a month what is over before it began. */
function rowsOf(db: Db, personId: string, now: Date): Promise<Row[]> {
  return db.execute<Row>(sql`
    with own as (
      select distinct on (r.occurrence_id) r.occurrence_id, r.state, r.changed_at,
        count(*) over (partition by r.occurrence_id)::int as times
      from registrations r where r.person_id = ${personId}
      order by r.occurrence_id, app.is_active(r.state) desc, r.at desc
    )
    select o.id, a.title, a.summary, a.slug, o.zone, o.state, o.reason, o.sequence, own.state as own, own.times,
      o.starts_at as "startsAt", o.ends_at as "endsAt", o.changed_at as "changedAt", own.changed_at as "movedAt",
      coalesce(nullif(concat_ws(', ', o.place_label, o.address), ''), nullif(concat_ws(', ', a.place_label, a.address), '')) as place,
      case when own.state = 'confirmed' then coalesce(o.online_url, a.online_url) end as "onlineUrl"
    from own join occurrences o on o.id = own.occurrence_id join activities a on a.id = o.activity_id
    where (app.takes_seat(own.state) and (o.ends_at > ${now.toISOString()}::timestamptz - interval '90 days' or o.state = 'postponed'))
      or (own.state in ('cancelled', 'lapsed', 'declined') and own.changed_at > ${now.toISOString()}::timestamptz - interval '30 days')
    order by o.starts_at, o.id limit 2000`) as unknown as Promise<Row[]>
}

function dateOf({ own, times, movedAt, onlineUrl, place, ...row }: Row): FeedDate {
  const isOnline = row.state === 'moved_online' || !place
  const [changedAt, changed] = [new Date(row.changedAt), new Date(movedAt)]
  return {
    ...row,
    place: isOnline ? (onlineUrl ?? null) : place,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    changedAt: changed > changedAt ? changed : changedAt,
    sequence: row.sequence + timesTold(own, times),
    status: shownAs(own),
  }
}
