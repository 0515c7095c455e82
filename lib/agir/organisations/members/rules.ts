import { hasPower, type MemberRole, type Power } from '../rules'

export const invitationDays = 14
/** Invitations and requests that wait at a time: enough for a large association, too few to write to a city. */
export const mostWaiting = 50

export const memberRefusals = [
  'not_there',
  'not_valid',
  'already_member',
  'last_owner',
  'beyond_your_role',
  'too_many_waiting',
  'too_many_letters',
] as const
export type MemberRefusal = (typeof memberRefusals)[number]

/** What one must be able to do to give this role, or to take it from somebody. */
export const neededFor = (role: MemberRole): Power => (hasPower(role, 'manage') ? 'own' : 'manage')

type Change = {
  /** Of whoever changes it. */
  by: MemberRole | null
  from: MemberRole
  to: MemberRole | null
  owners: number
}

/** Why a role may not be changed or taken away (`to` null), or null if it may. The last owner hands over first. */
export function changeRefusal({ by, from, to, owners }: Change): MemberRefusal | null {
  if (!hasPower(by, neededFor(from)) || (to && !hasPower(by, neededFor(to)))) return 'beyond_your_role'
  return from === 'owner' && to !== 'owner' && owners <= 1 ? 'last_owner' : null
}

/** Why a member may not go just now, or null. */
export function leavingRefusal(role: MemberRole, owners: number): MemberRefusal | null {
  return role === 'owner' && owners <= 1 ? 'last_owner' : null
}
