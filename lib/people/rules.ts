import type { Assurance } from '../../tenants/rules'

export const roles = ['citizen', 'moderator', 'examiner', 'admin'] as const
export type Role = (typeof roles)[number]

const may: Record<Role, readonly Role[]> = {
  citizen: ['citizen'],
  moderator: ['citizen', 'moderator'],
  examiner: ['citizen', 'examiner'],
  admin: ['citizen', 'moderator', 'examiner', 'admin'],
}

/** Whether someone with this role may do what `needed` may. */
export function actsAs(person: { role: Role }, needed: Role): boolean {
  return may[person.role].includes(needed)
}

/** What a provider vouched for is not the person's to change here. */
export function isVouchedFor({ assurance }: { assurance: Assurance }): boolean {
  return assurance === 'A3' || assurance === 'A4'
}

type Declared = { birthYear: number; districtCode: string | null }
type Ground = { districtCodes: readonly string[]; year: number }

/** Why a declaration made on one's honour cannot be true, or cannot be made here; null when it can. */
export function declarationRefusal(
  person: { assurance: Assurance },
  declared: Declared,
  { districtCodes, year }: Ground,
) {
  if (isVouchedFor(person)) return 'vouched'
  if (declared.birthYear > year || declared.birthYear < year - 120) return 'future_year'
  if (declared.districtCode !== null && !districtCodes.includes(declared.districtCode))
    return 'unknown_district'
  return null
}
