import { randomUUID } from 'node:crypto'
import { callAnswers, calls, volunteers } from '@/drizzle/schema'
import { slots } from '@/lib/agir/volunteers/rules'
import { inTenant } from '@/lib/db'

type City = { id: string }

/** Somebody who offers the city their help, at any time and anywhere unless something else is said. */
export async function aVolunteer(
  city: City,
  personId: string,
  detail: Partial<typeof volunteers.$inferInsert> = {},
): Promise<string> {
  const at = new Date('2026-01-01T10:00:00Z')
  const offer = {
    ...{ districtCode: '19', radiusKm: null, birthYear: 1980, availability: [...slots] as string[] },
    ...{ createdAt: at, changedAt: at },
    ...detail,
  }
  await inTenant(city, (db) => db.insert(volunteers).values({ ...offer, personId }))
  return personId
}

/** A call for some people on a Saturday morning. */
export async function aCall(city: City, detail: Partial<typeof calls.$inferInsert> = {}): Promise<string> {
  const id = detail.id ?? randomUUID()
  const row = {
    ...{ title: 'Porter de l’eau aux personnes isolées', body: 'On monte des packs d’eau dans les étages.' },
    ...{ meeting: 'Devant la mairie, à neuf heures', locale: 'fr', seats: 2 },
    ...{ onDay: '2026-11-28', part: 'morning' as const },
    ...{ openedAt: new Date('2026-11-24T11:00:00Z'), expiresAt: new Date('2026-11-28T11:00:00Z') },
    ...detail,
    id,
  }
  await inTenant(city, (db) => db.insert(calls).values(row))
  return id
}

/** A call of the city that somebody is asked to answer. */
export async function aCallTo(city: City, personId: string) {
  const soon = new Date(Date.now() + 5 * 86_400_000)
  const call = await aCall(city, { byId: personId, openedAt: new Date(), expiresAt: soon })
  const [asked] = await inTenant(city, (db) =>
    db.insert(callAnswers).values({ callId: call, personId, askedAt: new Date() }).returning(),
  )
  return { call, callAnswer: asked!.id }
}
