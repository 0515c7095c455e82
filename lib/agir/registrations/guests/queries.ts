import 'server-only'
import { eq } from 'drizzle-orm'
import { activities, guestRequests, occurrences, positions, registrations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { type Announcement, announcementsOf } from '../../announcements/queries'
import { linkTo, readLink, unsealGuest, type Wish } from '../links/queries'
import { listOwnOf } from '../queries'

type City = { id: string }

/** What a letter's link would do, for the page that asks to confirm. Looking changes nothing: mail scanners look too. */
export function findGuestRequest(tenant: City, token: string, now: Date) {
  const id = readLink(tenant, 'guest-request', token)
  if (!id) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [asked] = await db
      .select({
        ...{ sealed: guestRequests.sealed, party: guestRequests.partySize },
        expiresAt: guestRequests.expiresAt,
        ...{ title: activities.title, slug: activities.slug, locale: activities.locale },
        registration: activities.registration,
        ...{ startsAt: occurrences.startsAt, endsAt: occurrences.endsAt, zone: occurrences.zone },
        positionLabel: positions.label,
        registrationId: guestRequests.registrationId,
      })
      .from(guestRequests)
      .innerJoin(occurrences, eq(occurrences.id, guestRequests.occurrenceId))
      .innerJoin(activities, eq(activities.id, occurrences.activityId))
      .innerJoin(positions, eq(positions.id, guestRequests.positionId))
      .where(eq(guestRequests.id, id))
    if (!asked) return null
    const { sealed, registrationId, ...shown } = asked
    const used = registrationId ? linkTo(tenant, 'guest-registration', registrationId) : null
    const name = sealed ? unsealGuest<Wish>(tenant, sealed).name : ''
    return { ...shown, name, used, isOver: shown.expiresAt <= now }
  })
}

/**
 * Everything that the reader of this letter is registered for without an account, and what those who organise told them; that
 * it is an account's by now; or null where it is nobody's any more.
 */
export function findAsGuest(tenant: City, token: string, now: Date) {
  const id = readLink(tenant, 'guest-registration', token)
  if (!id) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const { guestKey: key, guestSealed: sealed, personId } = registrations
    const [held] = await db
      .select({ key, sealed, personId })
      .from(registrations)
      .where(eq(registrations.id, id))
    if (held?.personId) return { isAdopted: true as const }
    if (!held?.key || !held.sealed) return null
    const own = await listOwnOf(db, tenant, eq(registrations.guestKey, held.key), now)
    const name = unsealGuest(tenant, held.sealed).name
    return { ...own, isAdopted: false as const, opened: id, name, told: await toldOf(db, own.coming) }
  })
}

type Coming = Awaited<ReturnType<typeof listOwnOf>>['coming']

/** What was announced of the dates they are confirmed for: to all of an activity is said once. */
async function toldOf(db: Db, coming: Coming) {
  const told = new Map<string, Told>()
  for (const { activityId, dateId, title, locale, slug } of coming.filter(isConfirmed)) {
    const said = await announcementsOf(db, { activityId, dateId })
    const before = told.get(activityId) ?? { title, locale, slug, announcements: [] }
    const known = new Set(before.announcements.map(({ id }) => id))
    const announcements = [...before.announcements, ...said.filter(({ id }) => !known.has(id))]
    if (announcements.length > 0) told.set(activityId, { ...before, announcements })
  }
  return [...told.values()]
}

type Told = { title: string; locale: string; slug: string | null; announcements: Announcement[] }
const isConfirmed = ({ state }: Coming[number]) => state === 'confirmed'
