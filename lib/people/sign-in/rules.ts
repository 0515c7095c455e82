import { type Assurance, assurances, type Residence, residences } from '../../../tenants/rules'
import { type Acting, isStaff } from '../rules'

/** A link asked for by e-mail opens once, within this time. */
export const linkMinutes = 30

export const limits = {
  lettersToOneAddress: { limit: 5, seconds: 86_400 },
  asksFromOneAddress: { limit: 20, seconds: 600 },
  linksTried: { limit: 30, seconds: 600 },
} as const

const hour = 3_600_000

/** Those who act for the city sign in again each day; the others each month. */
export function sessionEnd(person: Acting, now: Date): Date {
  return new Date(now.getTime() + (isStaff(person) ? 8 : 30 * 24) * hour)
}

/** What a sign-in provider says of someone, as far as this product asks. */
export type Profile = {
  name: string | null
  email: string | null
  assurance: Assurance
  birthYear: number | null
  residence: Residence | null
  districtCode: string | null
}

/** Reads a provider's claims. What is not of the expected shape is as if it had not been said. */
export function profileFrom(claims: Record<string, unknown>, districtCodes: readonly string[]): Profile {
  const birthYear = Number(/^(\d{4})(-|$)/.exec(String(claims.birthdate ?? ''))?.[1] ?? NaN)
  return {
    name: spelledName(claims),
    email: typeof claims.email === 'string' && claims.email_verified !== false ? claims.email : null,
    assurance: assurances.find((one) => one === claims.assurance) ?? 'A3',
    birthYear: birthYear > 1900 && birthYear < 2100 ? birthYear : null,
    residence: residences.find((one) => one === claims.residence) ?? null,
    districtCode: districtCodes.find((one) => one === claims.district) ?? null,
  }
}

function spelledName(claims: Record<string, unknown>): string | null {
  const parts = typeof claims.name === 'string' ? [claims.name] : [claims.given_name, claims.family_name]
  const name = parts.filter((part) => typeof part === 'string').join(' ')
  return (
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, 80) || null
  )
}
