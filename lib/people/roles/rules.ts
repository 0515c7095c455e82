import { Temporal } from 'temporal-polyfill'
import { type Acting, actsAs, type GrantedRole, type ScopeKind } from '../rules'

/** Where each role may be held. Who runs the city, looks after its data or observes it does so everywhere. */
export const scopesOf: Record<GrantedRole, readonly ScopeKind[]> = {
  moderator: ['city', 'district', 'theme'],
  instructor: ['city', 'district', 'theme', 'department'],
  signatory: ['city', 'district', 'theme', 'department'],
  area_admin: ['district'],
  dpo: ['city'],
  auditor: ['city'],
  admin: ['city'],
  owner: ['city'],
}

/** Roles without which nobody could give one any more. */
export const governing = ['admin', 'owner'] as const satisfies readonly GrantedRole[]

export const roleRefusals = [
  'own_role',
  'above_own',
  'wrong_scope',
  'already_granted',
  'ends_too_soon',
  'not_there',
  'already_over',
  'last_admin',
] as const
export type RoleRefusal = (typeof roleRefusals)[number]

/** Nobody gives, shortens or takes back a role higher than their own. */
export function mayEntrust(person: Acting, role: GrantedRole): boolean {
  return actsAs(person, role === 'owner' ? 'owner' : 'admin')
}

type Given = {
  personId: string
  role: GrantedRole
  scopeKind: ScopeKind
  startsAt: Date
  endsAt: Date | null
}

/** Why this role may not be given by this person, or null if it may. */
export function grantRefusal(by: Acting & { id: string }, given: Given, now: Date): RoleRefusal | null {
  if (given.personId === by.id) return 'own_role'
  if (!mayEntrust(by, given.role)) return 'above_own'
  if (!scopesOf[given.role].includes(given.scopeKind)) return 'wrong_scope'
  if (given.endsAt && (given.endsAt <= given.startsAt || given.endsAt <= now)) return 'ends_too_soon'
  return null
}

/** Midnight at which a day begins in the city's zone; `after` it, for what lasts the whole day. */
export function midnight(day: string, timeZone: string, { after = false } = {}): Date {
  const date = Temporal.PlainDate.from(day).add({ days: after ? 1 : 0 })
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds)
}
