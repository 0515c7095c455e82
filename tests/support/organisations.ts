import { and, eq } from 'drizzle-orm'
import { organisationProofs, organisations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { aMember, anOrganisation } from './agir'
import { belleville as city } from './deposits'
import { aPerson } from './factories'

export const now = new Date()
export const text = 'Le récépissé de la préfecture a été présenté au guichet.'

/** An organisation whose owner has proven nothing yet. */
export async function owned(detail: Parameters<typeof anOrganisation>[1] = {}) {
  const personId = await aPerson(city)
  const { id, slug } = await anOrganisation(city, { trust: 0, createdById: personId, ...detail })
  await aMember(city, id, personId)
  return { organisationId: id, slug: slug!, personId, now }
}

export const trustOf = async (id: string) =>
  (await inTenant(city, (db) => db.select().from(organisations).where(eq(organisations.id, id))))[0]!.trust
export const refusalOf = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal
export const anOfficer = () => aPerson(city, { role: 'admin' })

/** What of it waits for the city. */
export async function proofOf(organisationId: string) {
  const asked = and(
    eq(organisationProofs.organisationId, organisationId),
    eq(organisationProofs.state, 'asked'),
  )
  const [row] = await inTenant(city, (db) => db.select().from(organisationProofs).where(asked))
  return row!.id
}

/** A number nobody else of these tests has: nine digits that add up. */
export function aSiren(): string {
  const digits = String(Math.floor(10_000_000 + Math.random() * 89_999_999))
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const counted = place % 2 === 1 ? Number(digit) : Number(digit) * 2
    return total + (counted > 9 ? counted - 9 : counted)
  }, 0)
  return digits + ((10 - (sum % 10)) % 10)
}
