import 'server-only'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { activities, initiatives, organisations, people } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { publicName } from '../../people/names/queries'
import { listCalledOff, listComing, listPast } from '../dates/queries'

type City = { id: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sayable = /^[a-z0-9-]{1,200}$/
const pastShown = 5

export type PublicActivity = NonNullable<Awaited<ReturnType<typeof findPublicActivity>>>

/**
 * An activity that everyone may read, by its slug or its id, with the dates before it. Of a hidden one only its existence
 * is told; that of an organisation that is suspended is nowhere.
 */
export function findPublicActivity(tenant: City, address: string, now: Date) {
  return inTenant(tenant, async (db) => {
    if (!sayable.test(address)) return null
    const [found] = await db
      .select({
        ...columns,
        organisation: organisationColumns,
        initiative: partOf,
        organiserName: publicName,
      })
      .from(activities)
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .leftJoin(
        initiatives,
        and(eq(initiatives.id, activities.initiativeId), eq(initiatives.state, 'active')),
      )
      .leftJoin(people, eq(people.id, activities.organiserId))
      .where(
        and(
          uuid.test(address) ? eq(activities.id, address) : eq(activities.slug, address),
          inArray(activities.publication, ['published', 'archived']),
          inArray(activities.moderation, ['approved', 'hidden']),
          or(isNull(activities.organisationId), eq(organisations.state, 'active')),
        ),
      )
    if (!found) return null
    const isHidden = found.moderation === 'hidden'
    const [coming, past] = isHidden
      ? [[], []]
      : await Promise.all([listComing(db, found.id, now), listPast(db, found.id, now, pastShown)])
    return { ...found, ...(isHidden && blank), isHidden, coming, past }
  })
}

/** What calendars need of a public activity: what is to come, and for a month what was called off. */
export async function findCalendar(tenant: City, address: string, now: Date) {
  const activity = await findPublicActivity(tenant, address, now)
  if (!activity || activity.isHidden) return null
  const { title, summary, slug, attendance } = activity
  const own = attendance === 'online' ? null : [activity.placeLabel, activity.address]
  const calledOff = await inTenant(tenant, (db) => listCalledOff(db, activity.id, now))
  const dates = [...calledOff, ...activity.coming].map((date) => {
    const elsewhere = [date.placeLabel, date.address].filter(Boolean)
    const place = (elsewhere.length > 0 ? elsewhere : (own ?? [])).filter(Boolean).join(', ')
    return { ...date, title, summary, place: date.state === 'moved_online' ? null : place || null }
  })
  return { title, slug, dates }
}

/** What was hidden for what it says is not said by the page that tells so. */
const blank = {
  title: '',
  summary: '',
  body: '',
  practical: '',
  placeLabel: null,
  address: null,
  latitude: null,
  longitude: null,
  organisation: null,
  organiserName: null,
  initiative: null,
  image: null,
  imageAlt: null,
}

const partOf = { slug: initiatives.slug, title: initiatives.title }

const organisationColumns = {
  id: organisations.id,
  name: organisations.name,
  slug: organisations.slug,
  kind: organisations.kind,
  trust: organisations.trust,
  logo: organisations.logo,
}

const columns = {
  id: activities.id,
  slug: activities.slug,
  kind: activities.kind,
  ideaId: activities.ideaId,
  title: activities.title,
  summary: activities.summary,
  body: activities.body,
  practical: activities.practical,
  locale: activities.locale,
  spoken: activities.spoken,
  themeIds: activities.themeIds,
  skills: activities.skills,
  commitment: activities.commitment,
  attendance: activities.attendance,
  placeLabel: activities.placeLabel,
  address: activities.address,
  districtCode: activities.districtCode,
  latitude: activities.latitude,
  longitude: activities.longitude,
  precision: activities.precision,
  accessibility: activities.accessibility,
  accessNote: activities.accessNote,
  accessConfirmedAt: activities.accessConfirmedAt,
  minAge: activities.minAge,
  minors: activities.minors,
  welcomesNewcomers: activities.welcomesNewcomers,
  price: activities.price,
  registration: activities.registration,
  externalUrl: activities.externalUrl,
  opensAt: activities.opensAt,
  closesBefore: activities.closesBefore,
  maxParty: activities.maxParty,
  moderation: activities.moderation,
  publication: activities.publication,
  publishedAt: activities.publishedAt,
  changedAt: activities.changedAt,
  refusalCode: activities.refusalCode,
  image: activities.image,
  imageAlt: activities.imageAlt,
  origin: activities.origin,
  originName: activities.originName,
  originUrl: activities.originUrl,
  originSeenAt: activities.originSeenAt,
  claimedAt: activities.claimedAt,
  originLicence: activities.originLicence,
  /** The address of the activity that it became part of. */
  mergedInto: sql<
    string | null
  >`(select stays.slug from activities stays where stays.id = ${activities.mergedIntoId})`,
}
