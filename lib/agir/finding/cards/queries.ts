import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../db'
import type {
  ActivityKind,
  AttendanceMode,
  Accessibility,
  Commitment,
  RegistrationMode,
} from '../../activities/rules'
import type { DateState, Seats } from '../../dates/rules'

export type ActivityCard = {
  slug: string
  title: string
  summary: string
  locale: string
  kind: ActivityKind
  commitment: Commitment
  themeIds: string[]
  attendance: AttendanceMode
  registration: RegistrationMode
  accessibility: Accessibility
  price: string | null
  image: string | null
  imageAlt: string | null
  publishedAt: Date
  organiser: { name: string; slug: string | null } | null
  placeLabel: string | null
  districtCode: string | null
  latitude: number | null
  longitude: number | null
  /** The date shown, in its own zone. */
  date: { startsAt: Date; endsAt: Date; zone: string; state: DateState } | null
  positions: Seats[]
  /** How many later dates it has. */
  laterDates: number
}

const ofEither = (column: string) =>
  ['d', 'a'].map((table) => sql`${sql.identifier(table)}.${sql.identifier(column)}`) as [SQL, SQL]
const isOnline = sql`d.state is not distinct from 'moved_online'`

/** A date held elsewhere is not at the point of its activity; one held online is nowhere. */
export const pointOf = (axis: 'latitude' | 'longitude') => {
  const [ofDate, ofActivity] = ofEither(axis)
  return sql`case when ${isOnline} then null when d.district_code is null then coalesce(${ofDate}, ${ofActivity}) else ${ofDate} end`
}

/** Where a date is said to be, and in which district: as its activity is, unless it is said of itself. */
export const placeOf = (column: 'place_label' | 'district_code') => {
  const [ofDate, ofActivity] = ofEither(column)
  return sql`case when not ${isOnline} then coalesce(${ofDate}, ${ofActivity}) end`
}

/** What a list shows of each activity, in the order given, whatever else is known of it kept beside. */
export async function cardsOf<Wanted extends { id: string; occurrenceId: string | null }>(
  db: Db,
  wanted: Wanted[],
  now: Date,
): Promise<(ActivityCard & Wanted)[]> {
  if (wanted.length === 0) return []
  const pairs = wanted.map(({ id, occurrenceId }) => sql`(${id}::uuid, ${occurrenceId}::uuid)`)
  const rows = await db.execute<Row>(sql`
    select a.id, wanted.occurrence_id as "occurrenceId", a.slug, a.title, a.summary, a.locale, a.kind, a.commitment, a.theme_ids as "themeIds", a.attendance,
      a.registration, a.accessibility, a.price, a.image, a.image_alt as "imageAlt", a.published_at as "publishedAt",
      case when g.id is not null then json_build_object('name', g.name, 'slug', g.slug)
        when p.id is not null then json_build_object('name', p.name, 'slug', null) end as organiser,
      ${placeOf('place_label')} as "placeLabel", ${placeOf('district_code')} as "districtCode",
      ${pointOf('latitude')} as latitude,
      ${pointOf('longitude')} as longitude,
      case when d.id is not null then json_build_object('startsAt', d.starts_at, 'endsAt', d.ends_at, 'zone', d.zone, 'state', d.state) end as date,
      (select coalesce(json_agg(json_build_object('capacity', capacity, 'seatsTaken', seats_taken, 'hasWaitlist', has_waitlist)), '[]')
        from positions where occurrence_id = d.id) as positions,
      (select count(*)::int from occurrences later where later.activity_id = a.id and later.starts_at > coalesce(d.starts_at, ${now.toISOString()}::timestamptz)
        and later.state in ('scheduled', 'rescheduled', 'moved_online')) as "laterDates"
    from (values ${sql.join(pairs, sql`, `)}) as wanted (id, occurrence_id)
    join activities a on a.id = wanted.id
    left join occurrences d on d.id = wanted.occurrence_id
    left join organisations g on g.id = a.organisation_id
    left join people p on p.id = a.organiser_id and a.organisation_id is null`)
  const keyOf = (one: { id: string; occurrenceId: string | null }) => `${one.id} ${one.occurrenceId}`
  const cards = new Map(rows.map((row) => [keyOf(row), read(row)]))
  return wanted.flatMap((one) => {
    const card = cards.get(keyOf(one))
    return card ? [{ ...card, ...one }] : []
  })
}

type Told = Omit<NonNullable<ActivityCard['date']>, 'startsAt' | 'endsAt'> & {
  startsAt: string
  endsAt: string
}
type Row = Omit<ActivityCard, 'publishedAt' | 'date'> & {
  id: string
  occurrenceId: string | null
  publishedAt: string
  date: Told | null
}

function read({ publishedAt, date, ...row }: Row): ActivityCard {
  const told = date && { ...date, startsAt: new Date(date.startsAt), endsAt: new Date(date.endsAt) }
  return { ...row, publishedAt: new Date(publishedAt), date: told }
}
