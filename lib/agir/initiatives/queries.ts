import 'server-only'
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { initiativePeople, initiatives, organisations, people } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { publicName } from '../../people/names/queries'
import { cardsOf } from '../finding/cards/queries'

type City = { id: string }
const sayable = /^[a-z0-9-]{1,200}$/
const mostAnnounced = 12

/** Everyone may see it. The organisation that keeps it must be in view too. */
export const isInView = and(
  inArray(initiatives.state, ['active', 'ended']),
  or(isNull(initiatives.organisationId), inArray(organisations.state, ['active', 'leaving'])),
)!

/** An initiative as everyone may see it, with what comes and who is there; null when it is not in view. */
export function findPublicInitiative(tenant: City, slug: string, now: Date) {
  if (!sayable.test(slug)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        ...columns,
        organisation: { name: organisations.name, slug: organisations.slug, trust: organisations.trust },
      })
      .from(initiatives)
      .leftJoin(organisations, eq(organisations.id, initiatives.organisationId))
      .where(and(eq(initiatives.slug, slug), isInView))
    if (!found) return null
    const [keepers, taking, coming, past] = [
      found.organisation ? [] : await namesOfKeepers(db, found.id),
      await db.$count(initiativePeople, isIn(found.id)),
      await listComing(db, found.id, now),
      await countPast(db, found.id, now),
    ]
    return { ...found, keepers, taking, coming, past }
  })
}
export type PublicInitiative = NonNullable<Awaited<ReturnType<typeof findPublicInitiative>>>

const columns = {
  id: initiatives.id,
  slug: sql<string>`${initiatives.slug}`,
  organisationId: initiatives.organisationId,
  title: initiatives.title,
  summary: initiatives.summary,
  story: initiatives.story,
  locale: initiatives.locale,
  themeIds: initiatives.themeIds,
  placeLabel: initiatives.placeLabel,
  address: initiatives.address,
  districtCode: initiatives.districtCode,
  latitude: initiatives.latitude,
  longitude: initiatives.longitude,
  image: initiatives.image,
  imageAlt: initiatives.imageAlt,
  state: initiatives.state,
  activeAt: initiatives.activeAt,
  endedAt: initiatives.endedAt,
}

const isIn = (initiativeId: string) =>
  and(eq(initiativePeople.initiativeId, initiativeId), isNull(initiativePeople.endedAt))

/** Whoever is under age keeps it without being named. */
async function namesOfKeepers(db: Db, initiativeId: string): Promise<(string | null)[]> {
  const rows = await db
    .select({ name: publicName })
    .from(initiativePeople)
    .innerJoin(people, eq(people.id, initiativePeople.personId))
    .where(and(isIn(initiativeId), eq(initiativePeople.role, 'keeper')))
    .orderBy(asc(initiativePeople.at), asc(initiativePeople.id))
  return rows.map(({ name }) => name)
}

/** What there is to join, the soonest first, then what waits for whoever has time. */
async function listComing(db: Db, initiativeId: string, now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await db.execute<{ id: string; occurrenceId: string | null }>(sql`
    select a.id, d.id as "occurrenceId" from activities a
    left join organisations g on g.id = a.organisation_id
    left join lateral (
      select id, starts_at from occurrences where activity_id = a.id and ends_at >= ${at}
        and state in ('scheduled', 'rescheduled', 'moved_online') order by starts_at, id limit 1
    ) d on true
    where a.initiative_id = ${initiativeId} and a.publication = 'published' and a.moderation = 'approved'
      and (g.id is null or g.state = 'active') and (d.id is not null or a.kind = 'standing_need')
    order by d.starts_at nulls last, a.id limit ${mostAnnounced}`)
  return cardsOf(db, [...rows], now)
}

/** How often people have met for it: dates that took place. */
async function countPast(db: Db, initiativeId: string, now: Date): Promise<number> {
  const [counted] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from occurrences o join activities a on a.id = o.activity_id
    where a.initiative_id = ${initiativeId} and a.publication <> 'unpublished' and a.moderation = 'approved'
      and o.ends_at < ${now.toISOString()}::timestamptz and o.state not in ('cancelled', 'postponed')`)
  return counted!.count
}
