import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import {
  activities,
  interests,
  memberships,
  occurrences,
  organisationProofs,
  organisations,
  positions,
  registrations,
  schedules,
} from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { skeleton } from '@/lib/text'

type City = { id: string }
type Held = Partial<typeof positions.$inferInsert> & Partial<typeof occurrences.$inferInsert>

const hour = 3_600_000

/** An active organisation that has proven who it is. */
export async function anOrganisation(city: City, detail: Partial<typeof organisations.$inferInsert> = {}) {
  const id = detail.id ?? randomUUID()
  const name = detail.name ?? `Les Amis ${id.slice(0, 8)}`
  const since = new Date('2026-01-01T10:00:00Z')
  const row = {
    kind: 'association' as const,
    slug: `orga-${id}`,
    nameKey: skeleton(name),
    locale: 'fr',
    state: 'active' as const,
    trust: 2,
    createdAt: since,
    changedAt: since,
    activeAt: since,
    ...detail,
    id,
    name,
  }
  await inTenant(city, (db) => db.insert(organisations).values(row))
  return { id, slug: row.slug, name }
}

/** Somebody who acts with an organisation: its owner, if nothing else is said. */
export async function aMember(
  city: City,
  organisationId: string,
  personId: string,
  detail: Partial<typeof memberships.$inferInsert> = {},
) {
  const since = new Date('2026-01-01T10:00:00Z')
  const role = { role: 'owner' as const, state: 'active' as const, at: since, joinedAt: since, ...detail }
  const [row] = await inTenant(city, (db) =>
    db
      .insert(memberships)
      .values({ ...role, organisationId, personId })
      .returning(),
  )
  return row!.id
}

/** Something that somebody of the city is asked to look at. */
export async function aProof(
  city: City,
  organisationId: string,
  askedById: string,
  detail: Partial<typeof organisationProofs.$inferInsert> = {},
) {
  const asked = {
    method: 'document' as const,
    evidence: { said: 'Le récépissé' },
    askedAt: new Date(),
    ...detail,
  }
  const [row] = await inTenant(city, (db) =>
    db
      .insert(organisationProofs)
      .values({ ...asked, organisationId, askedById })
      .returning(),
  )
  return row!.id
}

/** A public activity one can join at once, without dates yet. */
export async function anActivity(city: City, detail: Partial<typeof activities.$inferInsert> = {}) {
  const id = detail.id ?? randomUUID()
  const since = new Date('2026-01-01T10:00:00Z')
  const row = {
    kind: 'mission' as const,
    slug: `activite-${id}`,
    title: 'Planter des bulbes au square',
    summary: 'Deux heures dehors, outils fournis.',
    locale: 'fr',
    themeIds: ['nature'],
    moderation: 'approved' as const,
    publication: 'published' as const,
    createdAt: since,
    changedAt: since,
    publishedAt: since,
    ...detail,
    id,
  }
  await inTenant(city, (db) => db.insert(activities).values(row))
  return { id, slug: row.slug!, title: row.title }
}

/** An activity of an organisation that somebody follows. */
export async function anActivityFollowedBy(city: City, personId: string) {
  const { id: organisationId } = await anOrganisation(city)
  const follows = { personId, kind: 'organisation' as const, value: organisationId, since: new Date() }
  await inTenant(city, (db) => db.insert(interests).values(follows))
  return anActivity(city, { organisationId })
}

/** An organisation with two dates to come for which somebody is registered. */
export async function anOrganisationAwaitedBy(city: City, personId: string) {
  const organisation = await anOrganisation(city)
  const { id: activityId } = await anActivity(city, { organisationId: organisation.id })
  for (const days of [2, 9]) {
    const date = await aDate(city, activityId, new Date(Date.now() + days * 24 * hour))
    const of = { activityId, occurrenceId: date.id, positionId: date.positionId, personId }
    const registered = { state: 'confirmed' as const, at: new Date(), changedAt: new Date() }
    await inTenant(city, (db) =>
      db.insert(registrations).values({ ...of, ...registered, requestId: randomUUID() }),
    )
  }
  return organisation
}

/** One date of an activity, two hours long, with one position to register for. Times are Paris'. */
export function aDate(city: City, activityId: string, startsAt: Date, detail: Held = {}) {
  const [id, positionId, scheduleId] = [randomUUID(), randomUUID(), randomUUID()]
  const zone = detail.zone ?? 'Europe/Paris'
  const endsAt = detail.endsAt ?? new Date(startsAt.getTime() + 2 * hour)
  const {
    capacity = 10,
    newcomerSeats = 0,
    hasWaitlist = true,
    minAge = null,
    label = null,
    ...date
  } = detail
  const civil = { startsLocal: localOf(startsAt, zone), endsLocal: localOf(endsAt, zone) }
  return inTenant(city, async (db) => {
    await db.insert(schedules).values({ id: scheduleId, activityId, zone, ...civil, createdAt: startsAt })
    const when = { originalLocal: civil.startsLocal, ...civil, startsAt, endsAt, zone, zoneEdition: '2026a' }
    await db.insert(occurrences).values({ ...when, changedAt: startsAt, ...date, id, activityId, scheduleId })
    const seats = { capacity, newcomerSeats, hasWaitlist, minAge, label }
    await db.insert(positions).values({ id: positionId, activityId, occurrenceId: id, ...seats })
    return { id, positionId, scheduleId }
  })
}

/** Somebody's confirmed place at a date of its own, in a month. */
export async function aRegistration(city: City, personId: string): Promise<string> {
  const { id: activityId } = await anActivity(city)
  const at = new Date()
  const { id: occurrenceId, positionId } = await aDate(city, activityId, new Date(at.getTime() + 720 * hour))
  const id = randomUUID()
  await inTenant(city, async (db) => {
    const row = { id, activityId, occurrenceId, positionId, personId, requestId: randomUUID() }
    await db.insert(registrations).values({ ...row, state: 'confirmed', at, changedAt: at })
    await db.update(positions).set({ seatsTaken: 1 }).where(eq(positions.id, positionId))
  })
  return id
}

/** `2026-11-28 18:00:00`, as clocks of the zone show it. */
function localOf(at: Date, zone: string): string {
  return at.toLocaleString('sv-SE', { timeZone: zone })
}
