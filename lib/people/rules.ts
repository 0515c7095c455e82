import type { Assurance } from '../../tenants/rules'

/** What the city may entrust to somebody; everyone who signs in is a citizen. */
export const grantedRoles = [
  'moderator',
  'instructor',
  'signatory',
  'area_admin',
  'dpo',
  'auditor',
  'admin',
  'owner',
] as const
export type GrantedRole = (typeof grantedRoles)[number]
export type Role = 'citizen' | GrantedRole

export const scopeKinds = ['city', 'district', 'theme', 'department'] as const
export type ScopeKind = (typeof scopeKinds)[number]

/** A role in force, and where. */
export type Grant = { role: GrantedRole; scopeKind: ScopeKind; scopeValue: string | null }
export type Acting = { grants: readonly Grant[] }
/** Where the thing to be acted on is. */
export type Whereabouts = {
  districtCode?: string | null
  secondDistrictCode?: string | null
  themeId?: string | null
  departmentId?: string | null
}

/** Nobody watches over personal data, signs for the city or looks on as an observer by being something else. */
const covers: Record<GrantedRole, readonly GrantedRole[]> = {
  moderator: ['moderator'],
  instructor: ['instructor'],
  signatory: ['signatory'],
  area_admin: ['area_admin', 'moderator', 'instructor'],
  dpo: ['dpo'],
  auditor: ['auditor'],
  admin: ['admin', 'area_admin', 'moderator', 'instructor'],
  owner: ['owner', 'admin', 'area_admin', 'moderator', 'instructor'],
}

/** Whether someone may do what `needed` may: somewhere in the city, or, told what it is about, there. */
export function actsAs(person: Acting, needed: Role, about?: Whereabouts): boolean {
  if (needed === 'citizen') return true
  return person.grants.some(
    (grant) => covers[grant.role].includes(needed) && (!about || reaches(grant, about)),
  )
}

function reaches({ scopeKind, scopeValue }: Grant, about: Whereabouts): boolean {
  const values = {
    city: [scopeValue],
    district: [about.districtCode, about.secondDistrictCode],
    theme: [about.themeId],
    department: [about.departmentId],
  }[scopeKind]
  return values.includes(scopeValue)
}

/** Whether someone is there for the city at all. */
export function isStaff({ grants }: Acting): boolean {
  return grants.length > 0
}

/** What a provider vouched for is not the person's to change here. */
export function isVouchedFor({ assurance }: { assurance: Assurance }): boolean {
  return assurance === 'A3' || assurance === 'A4'
}

type Declared = { birthYear: number; districtCode: string | null }
type Ground = { districtCodes: readonly string[]; disposableDomains: readonly string[]; year: number }

/** Whether an address is one of those that anyone is given for a few minutes, or below one of them. */
export function isDisposable(email: string | null, domains: readonly string[]): boolean {
  const domain = `.${email?.split('@').at(-1)?.toLowerCase() ?? ''}`
  return domains.some((one) => domain.endsWith(`.${one}`))
}

/** Why a declaration made on one's honour cannot be true, or cannot be made here; null when it can. */
export function declarationRefusal(
  person: { assurance: Assurance; email: string | null },
  declared: Declared,
  { districtCodes, disposableDomains, year }: Ground,
) {
  if (isVouchedFor(person)) return 'vouched'
  if (isDisposable(person.email, disposableDomains)) return 'disposable_address'
  if (declared.birthYear > year || declared.birthYear < year - 120) return 'future_year'
  if (declared.districtCode !== null && !districtCodes.includes(declared.districtCode))
    return 'unknown_district'
  return null
}
