import { createHash } from 'node:crypto'
import { type Assurance, assurances, type Residence, residences } from '../../../tenants/rules'
import type { Tenant } from '../../../tenants/tenant'
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

type Mapping = Pick<Tenant['signIn']['providers'][number], 'claims' | 'levels' | 'assurance'>

/** Reads a provider's claims by the names it has for them. What is not of the expected shape is as if it had not been said. */
export function profileFrom(
  said: Record<string, unknown>,
  districtCodes: readonly string[],
  { claims, levels, assurance }: Mapping,
): Profile {
  const birthYear = Number(/^(\d{4})(-|$)/.exec(String(said[claims.birthdate] ?? ''))?.[1] ?? NaN)
  const email = said[claims.email]
  return {
    name: spelledName(said, claims.name),
    email: typeof email === 'string' && said.email_verified !== false ? email : null,
    assurance: assuranceIn([said[claims.assurance], said.acr], levels) ?? assurance,
    birthYear: birthYear > 1900 && birthYear < 2100 ? birthYear : null,
    residence: residences.find((one) => one === said[claims.residence]) ?? null,
    districtCode: districtCodes.find((one) => one === said[claims.district]) ?? null,
  }
}

/** The city's own scale first, then a provider that speaks ours. */
function assuranceIn(said: unknown[], levels: Mapping['levels']): Assurance | undefined {
  const mapped = levels.find(({ says }) => said.includes(says))?.grants
  return mapped ?? assurances.find((one) => one === said[0])
}

/** The secret a provider gave belongs to this very client of it: another address is never sent it. */
export function clientSecretName({ issuer, clientId }: { issuer: string; clientId: string }): string {
  return `oidc.${createHash('sha256').update(`${issuer}|${clientId}`).digest('hex').slice(0, 32)}`
}

function spelledName(claims: Record<string, unknown>, as: string): string | null {
  const parts = typeof claims[as] === 'string' ? [claims[as]] : [claims.given_name, claims.family_name]
  const name = parts.filter((part) => typeof part === 'string').join(' ')
  return (
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, 80) || null
  )
}
