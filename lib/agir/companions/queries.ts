import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm'
import {
  activities,
  conversations,
  occurrences,
  organisations,
  people,
  registrations,
  registrationShares,
} from '../../../drizzle/schema'
import { unseal } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'
import { isUnderAge } from '../../people/names/queries'
import { announcementsOf } from '../announcements/queries'
import { isYoung } from '../conversations/queries'
import { toldBy, withTold } from '../registrations/queries'
import { firstName } from './rules'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One's own place on a date, with what those who organise said, who else comes, and what one shows; null without a place. */
export async function findOwnDate(tenant: City, dateId: string, personId: string) {
  if (!uuid.test(dateId)) return null
  return inTenant(tenant, async (db) => {
    const place = await placeOf(db, dateId, personId)
    if (!place) return null
    const { phoneSealed, showsName, ...rest } = place
    const isConfirmed = ['confirmed', 'attended', 'absent', 'excused'].includes(place.state)
    return {
      ...withTold(rest),
      isConfirmed,
      isMinor: await isYoung(db, { personId, activityId: place.activityId }),
      showsName: showsName ?? false,
      phone: phoneSealed ? open(tenant, phoneSealed) : null,
      announcements: isConfirmed ? await announcementsOf(db, { activityId: place.activityId, dateId }) : [],
      companions: isConfirmed ? await companionsOf(db, dateId, personId) : [],
    }
  })
}
export type OwnDate = NonNullable<Awaited<ReturnType<typeof findOwnDate>>>

const columns = {
  ...toldBy,
  id: registrations.id,
  party: registrations.partySize,
  activityId: registrations.activityId,
  title: activities.title,
  slug: activities.slug,
  locale: activities.locale,
  practical: activities.practical,
  attendance: activities.attendance,
  organisation: organisations.name,
  hasOrganiser: sql<boolean>`coalesce(${activities.organisationId}, ${activities.organiserId}) is not null`,
  startsAt: occurrences.startsAt,
  endsAt: occurrences.endsAt,
  zone: occurrences.zone,
  placeLabel: sql<string | null>`coalesce(${occurrences.placeLabel}, ${activities.placeLabel})`,
  address: sql<string | null>`case when ${occurrences.placeLabel} is null
    then coalesce(${occurrences.address}, ${activities.address}) else ${occurrences.address} end`,
  conversationId: conversations.id,
  showsName: registrationShares.showsName,
  phoneSealed: registrationShares.phoneSealed,
}

async function placeOf(db: Db, dateId: string, personId: string) {
  const [place] = await db
    .select(columns)
    .from(registrations)
    .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .leftJoin(organisations, eq(organisations.id, activities.organisationId))
    .leftJoin(conversations, eq(conversations.registrationId, registrations.id))
    .leftJoin(registrationShares, eq(registrationShares.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.occurrenceId, dateId),
        eq(registrations.personId, personId),
        notInArray(registrations.state, ['cancelled', 'declined', 'lapsed']),
      ),
    )
    .orderBy(desc(registrations.at))
    .limit(1)
  return place ?? null
}

/** First names of the others who chose to show theirs; nobody under age, whatever was ticked. */
async function companionsOf(db: Db, dateId: string, personId: string): Promise<string[]> {
  const rows = await db
    .select({ name: people.name })
    .from(registrationShares)
    .innerJoin(registrations, eq(registrations.id, registrationShares.registrationId))
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(
      and(
        eq(registrations.occurrenceId, dateId),
        eq(registrationShares.showsName, true),
        inArray(registrations.state, ['confirmed', 'attended']),
        ne(registrations.personId, personId),
        isNull(registrations.guardianSealed),
        isNull(registrations.consentedAt),
        sql`not ${isUnderAge}`,
      ),
    )
    .orderBy(asc(registrations.at))
  return rows.flatMap(({ name }) => (name ? [firstName(name)] : []))
}

/** Telephones that were shown to those who organise a date, by registration. Who may look is asked before. */
export function listPhones(tenant: City, dateId: string): Promise<Map<string, string>> {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ id: registrations.id, sealed: registrationShares.phoneSealed })
      .from(registrationShares)
      .innerJoin(registrations, eq(registrations.id, registrationShares.registrationId))
      .where(
        and(
          eq(registrations.occurrenceId, dateId),
          inArray(registrations.state, ['confirmed', 'attended', 'absent', 'excused']),
          isNotNull(registrationShares.phoneSealed),
        ),
      )
    return new Map(rows.map(({ id, sealed }) => [id, open(tenant, sealed!)]))
  })
}

const open = (tenant: City, sealed: string) => unseal('registration-phone', tenant.id, sealed).toString()
