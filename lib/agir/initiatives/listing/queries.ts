import 'server-only'
import { and, arrayOverlaps, desc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import {
  activities,
  initiativePeople,
  initiatives,
  occurrences,
  organisations,
} from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { skeleton } from '../../../text'
import { isInView } from '../queries'
import type { InitiativeCursor, InitiativeFilters } from './input'

const atATime = 18

type Asked = { filters: InitiativeFilters; after: InitiativeCursor | null; now: Date }

/** What lasts here, what began last first, a page at a time; what has run its course is only found by its address. */
export function listInitiatives(tenant: { id: string }, { filters, after, now }: Asked) {
  return inTenant(tenant, async (db) => {
    const chosen = and(isInView, eq(initiatives.state, 'active'), ...conditions(filters))
    const at = sql`date_trunc('milliseconds', ${initiatives.activeAt})`
    const isNext =
      after && sql`(${at}, ${initiatives.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    const rows = await cards(db, now)
      .where(and(chosen, isNext ?? undefined))
      .orderBy(desc(at), desc(initiatives.id))
      .limit(atATime + 1)
    const shown = rows.slice(0, atATime)
    const last = shown.at(-1)
    const next = rows.length > atATime && last ? { at: last.activeAt!, id: last.id } : null
    const [counted] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(initiatives)
      .leftJoin(organisations, eq(organisations.id, initiatives.organisationId))
      .where(chosen)
    return { shown, next, total: counted!.total }
  })
}
export type InitiativeCard = Awaited<ReturnType<typeof listInitiatives>>['shown'][number]

/** What an organisation keeps, or the latest of all. */
export function listSomeInitiatives(
  tenant: { id: string },
  { organisationId, most, now }: { organisationId?: string; most: number; now: Date },
): Promise<InitiativeCard[]> {
  const own = organisationId ? eq(initiatives.organisationId, organisationId) : undefined
  return inTenant(tenant, (db) =>
    cards(db, now)
      .where(and(isInView, eq(initiatives.state, 'active'), own))
      .orderBy(desc(initiatives.activeAt), desc(initiatives.id))
      .limit(most),
  )
}

const mostSpots = 300

/** What lasts at a known place, for the map. */
export function listInitiativeSpots(
  tenant: { id: string },
  { words, themes, districts }: { words: string; themes: string[]; districts: string[] },
) {
  const among = [
    themes.length > 0 ? arrayOverlaps(initiatives.themeIds, themes) : undefined,
    districts.length > 0 ? inArray(initiatives.districtCode, districts) : undefined,
    ...conditions({ words, theme: null, district: null }),
  ]
  return inTenant(tenant, (db) =>
    db
      .select({
        slug: sql<string>`${initiatives.slug}`,
        title: initiatives.title,
        locale: initiatives.locale,
        latitude: sql<number>`${initiatives.latitude}`,
        longitude: sql<number>`${initiatives.longitude}`,
      })
      .from(initiatives)
      .leftJoin(organisations, eq(organisations.id, initiatives.organisationId))
      .where(and(isInView, eq(initiatives.state, 'active'), isNotNull(initiatives.latitude), ...among))
      .orderBy(desc(initiatives.activeAt), desc(initiatives.id))
      .limit(mostSpots),
  )
}
export type InitiativeSpot = Awaited<ReturnType<typeof listInitiativeSpots>>[number]

function cards(db: Db, now: Date) {
  const nextAt = sql<Date | null>`(select min(o.starts_at) from ${occurrences} o join ${activities} a on a.id = o.activity_id
    where a.initiative_id = ${initiatives.id} and a.publication = 'published' and a.moderation = 'approved'
      and o.state in ('scheduled', 'rescheduled', 'moved_online') and o.ends_at > ${now.toISOString()}::timestamptz)`
  return db
    .select({
      id: initiatives.id,
      slug: sql<string>`${initiatives.slug}`,
      title: initiatives.title,
      summary: initiatives.summary,
      locale: initiatives.locale,
      themeIds: initiatives.themeIds,
      districtCode: initiatives.districtCode,
      placeLabel: initiatives.placeLabel,
      image: initiatives.image,
      imageAlt: initiatives.imageAlt,
      activeAt: initiatives.activeAt,
      changedAt: initiatives.changedAt,
      organisation: organisations.name,
      nextAt: nextAt.mapWith(initiatives.activeAt),
      taking: sql<number>`(select count(*)::int from ${initiativePeople} who
        where who.initiative_id = ${initiatives.id} and who.ended_at is null)`,
    })
    .from(initiatives)
    .leftJoin(organisations, eq(organisations.id, initiatives.organisationId))
    .$dynamic()
}

function conditions({ words, theme, district }: InitiativeFilters): (SQL | undefined)[] {
  const parts = words.split(' ').map(skeleton).filter(Boolean).slice(0, 8)
  return [
    theme ? sql`${theme} = any (${initiatives.themeIds})` : undefined,
    district ? eq(initiatives.districtCode, district) : undefined,
    ...parts.map((part) =>
      or(
        said(sql`${initiatives.title}`, part),
        said(sql`${initiatives.summary}`, part),
        said(sql`${initiatives.placeLabel}`, part),
      ),
    ),
  ]
}

/** Accents, case and small slips do not matter. */
const said = (where: SQL, part: string) => sql`app.fold(${where}) like '%' || app.fold(${part}) || '%'`
