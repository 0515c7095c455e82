import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { isPublic, listActivities, type Listing, takesPlace } from '../finding/queries'
import { type Filters, noFilters, type Preset, windowOf } from '../finding/rules'
import { type Moment, moments, momentsShown, mostOfWeek, newcomerDays } from './rules'

export type AgirOverview = {
  /** How much there is to do at each moment. */
  counts: Record<Moment, number>
  /** The next thing at each moment, where there is one. */
  firsts: Partial<Record<Moment, First>>
  week: Listing
  /** What asks for little and welcomes whoever has never come. */
  easy: Listing
  needs: Listing
  all: Listing
}

export type First = { title: string; startsAt: string; zone: string }

/** What the home of the platform shows: this week, who is waited for, and how much there is of each kind and place. */
export async function findAgirOverview(tenant: Tenant, now: Date): Promise<AgirOverview> {
  const [all, week, easy, needs, moments] = await Promise.all([
    listActivities(tenant, noFilters, now, mostOfWeek),
    listWeek(tenant, now),
    listActivities(tenant, { ...noFilters, ...easily }, now, 12),
    listActivities(tenant, { ...noFilters, ...helping }, now, 12),
    findMoments(tenant, now),
  ])
  const shown = new Set((week.cards.length > 2 ? week : all).cards.map(({ id }) => id))
  const fresh = (listing: Listing) => {
    const cards = listing.cards.filter(({ id }) => !shown.has(id)).slice(0, 3)
    for (const { id } of cards) shown.add(id)
    return { ...listing, cards }
  }
  return { all, week, easy: fresh(easy), needs: fresh(needs), ...moments }
}

/** The next things with a day, at most three: what a page that is not the platform's own says of it. */
export async function listNext(tenant: Tenant, now: Date) {
  const { cards } = await listActivities(tenant, noFilters, now, 6)
  return cards.filter(({ date }) => date !== null).slice(0, 3)
}

const thisWeek = { ...noFilters, preset: 'week' } as const

/** The soonest of this week; where none of them is by who began lately, the last place is theirs. */
async function listWeek(tenant: Tenant, now: Date): Promise<Listing> {
  const week = await listActivities(tenant, thisWeek, now, mostOfWeek)
  if (week.cards.length < mostOfWeek) return week
  const young = await listYoung(tenant, now)
  const first = young.some(({ id }) => week.cards.some((card) => card.id === id)) ? null : young[0]
  if (!first) return week
  const { cards } = await listActivities(tenant, { ...thisWeek, like: first.slug }, now, 1)
  return { ...week, cards: [...week.cards.slice(0, mostOfWeek - cards.length), ...cards] }
}

/** What those organise this week who announced their first activity lately. */
function listYoung(tenant: Tenant, now: Date) {
  const { from, until } = windowOf(thisWeek, tenant.timeZone, now)
  const since = new Date(now.getTime() - newcomerDays * 86_400_000)
  return inTenant(tenant, (db) =>
    db.execute<{ id: string; slug: string }>(sql`
      with young as (
        select coalesce(organisation_id, organiser_id) as organiser from activities
        where published_at is not null group by 1 having min(published_at) > ${since.toISOString()}::timestamptz)
      select a.id, a.slug from activities a join occurrences on activity_id = a.id
      where coalesce(a.organisation_id, a.organiser_id) in (select organiser from young) and ${isPublic} and ${takesPlace}
        and ends_at > ${from.toISOString()}::timestamptz and starts_at < ${until!.toISOString()}::timestamptz
      order by starts_at, a.id limit 50`),
  )
}

export const easily = {
  commitments: ['once', 'some_hours'],
  extras: ['room', 'free', 'newcomers'],
} satisfies Partial<Filters>
export const helping = {
  kinds: ['mission', 'standing_need'],
  extras: ['room'],
  sort: 'new',
} satisfies Partial<Filters>

type Told = Pick<AgirOverview, 'counts' | 'firsts'>
type Early = Record<Moment, First[] | null>

function findMoments(tenant: Tenant, now: Date): Promise<Told> {
  const within = (preset: Preset) => {
    const { from, until } = windowOf({ ...noFilters, preset }, tenant.timeZone, now)
    return sql`ends_at > ${from.toISOString()}::timestamptz and starts_at < ${until!.toISOString()}::timestamptz`
  }
  const count = (preset: Preset) => sql`count(distinct activity_id) filter (where ${within(preset)})::int`
  const first = (
    preset: Preset,
  ) => sql`(select json_agg(json_build_object('title', title, 'startsAt', starts_at, 'zone', zone)) from (
    select title, starts_at, zone from coming where ${within(preset)}
    order by starts_at < ${now.toISOString()}::timestamptz, starts_at, activity_id limit ${moments.length}) early)`
  const ofEach = (told: (moment: Moment) => SQL) =>
    sql.join(
      moments.map((moment) => sql`${moment}::text, ${told(moment)}`),
      sql`, `,
    )
  const last = new Date(now.getTime() + 8 * 86_400_000).toISOString()
  return inTenant(tenant, async (db) => {
    const [told] = await db.execute<{ counts: Told['counts']; early: Early }>(sql`
      with coming as materialized (
        select activity_id, title, starts_at, ends_at, zone from occurrences join activities a on a.id = activity_id
        where ${takesPlace} and ends_at > ${now.toISOString()}::timestamptz and starts_at < ${last}::timestamptz and ${isPublic})
      select json_build_object(${ofEach(count)}) as counts, json_build_object(${ofEach(first)}) as early
      from coming`)
    const { counts, early } = told!
    return { counts, firsts: firstsOf(early, momentsShown(counts)) }
  })
}

/** What is told at one moment is not told again at the next, which holds it too. */
function firstsOf(early: Early, shown: Moment[]): AgirOverview['firsts'] {
  const told = new Set<string>()
  const firsts: AgirOverview['firsts'] = {}
  for (const moment of shown) {
    const first = early[moment]?.find(({ title }) => !told.has(title))
    if (first) told.add(first.title)
    firsts[moment] = first
  }
  return firsts
}
