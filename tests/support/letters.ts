import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { letters, notices } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { record } from '@/lib/journal/commands'
import type { Happening } from '@/lib/journal/rules'
import { send } from '@/lib/mail/jobs'
import { bundle, tell } from '@/lib/notifications/telling/commands'
import { shippedCities } from '@/tenants/shipped'
import { aPerson } from './factories'

export const paris = shippedCities.find(({ id }) => id === 'paris')!
export const marsa = shippedCities.find(({ id }) => id === 'marsa')!

/** Noon in Paris and in La Marsa, winter and summer: no hour is quiet. */
export const noon = new Date('2026-11-24T11:00:00Z')
export const after = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000)

/** What an event may be recorded with, and its sentences say. */
export const said = {
  duty: 'opinion',
  other: 'Un autre texte',
  title: 'Le plan climat',
  slug: 'le-plan-climat',
  into: 'Un autre texte',
  span: 'days',
  side: 'team',
  number: 2,
  text: 'Voici pourquoi.',
  place: 'none',
  startsTime: noon.toISOString(),
  toTime: noon.toISOString(),
  untilTime: noon.toISOString(),
  opensOn: noon.toISOString(),
  closesOn: noon.toISOString(),
  reportDueOn: noon.toISOString(),
  untilAt: noon.toISOString(),
  answersUntilAt: noon.toISOString(),
  lastDayOn: noon.toISOString(),
}

export const someone = (detail = {}, city: { id: string } = paris) =>
  aPerson(city, { email: `${randomUUID()}@exemple.fr`, name: 'Fatou', ...detail })

type Told = { at?: Date; city?: typeof paris; detail?: Record<string, unknown>; byId?: string | null }

/** Something happens, and whoever it concerns is told; asking for it again changes nothing. */
export async function happens(kind: Happening, aboutId: string, told: Told = {}): Promise<string> {
  const { at = noon, city = paris, detail = {}, byId = null } = told
  const eventId = await inTenant(city, (db) =>
    record(db, { kind, aboutId, at, byId, byRole: 'system', visibility: 'public', detail }),
  )
  await tell(city, eventId, at)
  await tell(city, eventId, at)
  return eventId
}

/** The letters that tell of events, once those that are due have been made, and how each is sent. */
export async function lettersOf(eventIds: string[], { at = noon, city = paris }: Told = {}) {
  for (let hasMore = true; hasMore;) hasMore = await bundle(city, at)
  const rows = await inTenant(city, (db) =>
    db
      .selectDistinct({ id: letters.id, personId: letters.personId })
      .from(letters)
      .innerJoin(notices, eq(notices.letterId, letters.id))
      .where(inArray(notices.eventId, eventIds)),
  )
  return rows.map(({ id, personId }) => ({
    letterId: id,
    personId,
    leave: (now = at) => send({ letterId: id }, { tenant: city, now }),
  }))
}

export const noticesOf = (personId: string, city: { id: string } = paris) =>
  inTenant(city, (db) => db.select().from(notices).where(eq(notices.personId, personId)).orderBy(notices.at))

export async function letterNow(letterId: string, city: { id: string } = paris) {
  const [letter] = await inTenant(city, (db) => db.select().from(letters).where(eq(letters.id, letterId)))
  return letter!
}
