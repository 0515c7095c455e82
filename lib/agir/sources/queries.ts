import 'server-only'
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { activities, duplicateCandidates, organisations, sourceChanges } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { actsAs, type Acting } from '../../people/rules'
import { speaksFor } from '../organisations/queries'
import { claimsFor } from './claims/queries'
import { differences, staying } from './rules'

type Reader = Acting & { id: string }
const most = 100

/** What a reader may answer: the city's team what is in their districts, an organiser what is theirs. */
export function listSourceWork(tenant: { id: string }, reader: Reader, now: Date) {
  return inTenant(tenant, async (db) => ({
    changes: await changesFor(db, reader, now),
    duplicates: actsAs(reader, 'area_admin') ? await duplicatesFor(db, reader) : [],
    claims: actsAs(reader, 'area_admin') ? await claimsFor(db, reader) : [],
  }))
}
export type SourceWork = Awaited<ReturnType<typeof listSourceWork>>

async function changesFor(db: Db, reader: Reader, now: Date) {
  const voices = (await speaksFor(db, reader.id)).map(({ id }) => id)
  const own = or(
    and(isNull(activities.organisationId), eq(activities.organiserId, reader.id)),
    voices.length > 0 ? inArray(activities.organisationId, voices) : sql`false`,
  )
  const rows = await db
    .select({
      change: sourceChanges,
      activity: activities,
      organisation: organisations.name,
      dates: datesOf(now),
    })
    .from(sourceChanges)
    .innerJoin(activities, eq(activities.id, sourceChanges.activityId))
    .leftJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(and(eq(sourceChanges.state, 'waiting'), actsAs(reader, 'area_admin') ? undefined : own))
    .orderBy(asc(sourceChanges.at), asc(sourceChanges.id))
    .limit(most)
  const isTheirs = (organisationId: string | null) =>
    organisationId !== null && voices.includes(organisationId)
  return rows
    .filter(
      ({ activity: { districtCode, organisationId } }) =>
        isTheirs(organisationId) ||
        !actsAs(reader, 'area_admin') ||
        actsAs(reader, 'area_admin', { districtCode }),
    )
    .map(({ change, activity, organisation, dates: here }) => ({
      id: change.id,
      kind: change.kind,
      at: change.at,
      slug: activity.slug,
      title: activity.title,
      locale: activity.locale,
      organisation,
      differences: change.wish ? differences(activity, change.wish) : [],
      dates: change.wish ? { here, there: toCome(change.wish.times, now) } : null,
    }))
}

const datesOf = (now: Date) =>
  sql<number>`(select count(*)::int from occurrences o where o.activity_id = activities.id
    and o.ends_at > ${now.toISOString()}::timestamptz and o.state in ('scheduled', 'rescheduled', 'moved_online'))`

const toCome = (times: { endsAt: string }[], now: Date) =>
  times.filter(({ endsAt }) => new Date(endsAt) > now).length

async function duplicatesFor(db: Db, reader: Reader) {
  const pairs = await db
    .select()
    .from(duplicateCandidates)
    .where(eq(duplicateCandidates.state, 'waiting'))
    .orderBy(asc(duplicateCandidates.foundAt), asc(duplicateCandidates.id))
    .limit(most)
  const ids = pairs.flatMap(({ firstId, secondId }) => [firstId, secondId])
  const known = ids.length === 0 ? [] : await db.select().from(activities).where(inArray(activities.id, ids))
  const of = new Map(known.map((activity) => [activity.id, activity]))
  return pairs
    .map(({ id, firstId, secondId, metres, likeness }) => {
      const both = [of.get(firstId)!, of.get(secondId)!] as const
      const staysId = staying(both[0], both[1]).id
      return { id, metres, likeness, both: both.map((one) => ({ ...shown(one), stays: one.id === staysId })) }
    })
    .filter(({ both }) => both.some(({ districtCode }) => actsAs(reader, 'area_admin', { districtCode })))
}

function shown({
  slug,
  title,
  summary,
  placeLabel,
  origin,
  originName,
  originUrl,
  locale,
  districtCode,
}: typeof activities.$inferSelect) {
  return { slug, title, summary, placeLabel, origin, originName, originUrl, locale, districtCode }
}
