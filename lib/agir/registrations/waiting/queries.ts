import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, inTenant } from '../../../db'
import { type ActivityCard, cardsOf } from '../../finding/cards/queries'
import { usualAnswer } from '../../organisations/answering/queries'

type City = { id: string }
type Card = ActivityCard & { id: string }
const proposed = 3
const rememberedDays = 14

type Asked = {
  id: string
  activityId: string
  title: string
  slug: string
  organisation: string | null
  organisationId: string | null
  startsAt: Date
  /** When the request lapses, or lapsed. */
  until: Date
  /** In how many days those who organise it usually answer; null while nobody can say. */
  answersIn: number | null
}
export type Unanswered = Asked & { state: 'pending' | 'lapsed'; others: Card[] }

/** What a person asked to join and was not answered: until when it waits, and, where it waited in vain, what else there is. */
export function listUnanswered(tenant: City, personId: string, now: Date): Promise<Unanswered[]> {
  return inTenant(tenant, async (db) => {
    const at = sql`${now.toISOString()}::timestamptz`
    const rows = await db.execute<Row>(sql`
      select r.id, r.activity_id as "activityId", r.state, a.title, a.slug, a.organisation_id as "organisationId",
        g.name as organisation, o.starts_at as "startsAt",
        case r.state when 'pending' then r.hold_expires_at else r.changed_at end as until
      from registrations r join activities a on a.id = r.activity_id join occurrences o on o.id = r.occurrence_id
      left join organisations g on g.id = a.organisation_id
      where r.person_id = ${personId} and o.starts_at > ${at}
        and (r.state = 'pending' and r.hold_expires_at is not null
          or r.state = 'lapsed' and r.hold_expires_at is not null
            and r.changed_at > ${at} - make_interval(days => ${rememberedDays})
            and not exists (select from registrations again where again.person_id = r.person_id
              and again.activity_id = r.activity_id and again.at > r.changed_at))
      order by until, r.id limit 20`)
    const told: Unanswered[] = []
    for (const row of rows) {
      const answersIn = row.organisationId ? await usualAnswer(db, row.organisationId) : null
      const others = row.state === 'lapsed' ? await othersLike(db, row.activityId, personId, now) : []
      const dated = { startsAt: new Date(row.startsAt), until: new Date(row.until) }
      told.push({ ...row, ...dated, answersIn, others })
    }
    return told
  })
}
type Row = Omit<Asked, 'startsAt' | 'until' | 'answersIn'> & {
  state: 'pending' | 'lapsed'
  startsAt: string
  until: string
}

/** Of the same themes, with room and open to whoever comes: the nearest place first, then the soonest. */
async function othersLike(db: Db, activityId: string, personId: string, now: Date): Promise<Card[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await db.execute<{ id: string; occurrenceId: string }>(sql`
    select other.id, d.id as "occurrenceId" from activities asked
    join activities other on other.theme_ids && asked.theme_ids and other.id <> asked.id
    left join organisations g on g.id = other.organisation_id
    cross join lateral (
      select o.id, o.starts_at from occurrences o join positions p on p.occurrence_id = o.id
      where o.activity_id = other.id and o.starts_at > ${at} and o.state in ('scheduled', 'rescheduled', 'moved_online')
        and (p.capacity is null or p.seats_taken < p.capacity)
      order by o.starts_at, o.id limit 1
    ) d
    where asked.id = ${activityId} and other.publication = 'published' and other.moderation = 'approved'
      and other.registration = 'instant' and (g.id is null or g.state = 'active')
      and not exists (select from registrations r where r.activity_id = other.id and r.person_id = ${personId}
        and r.state in ('pending', 'confirmed', 'waitlisted', 'offered', 'needs_guardian'))
    order by (other.district_code is not distinct from asked.district_code) desc, d.starts_at, other.id limit ${proposed}`)
  return cardsOf(db, [...rows], now)
}
