import type { Role } from '../../positions/rules'
import type { DateRefusal } from '../rules'

/** What there is to do on one date from now on: something it had already, or something new. */
export type DateRole = Role & { positionId: string | null }
export type HeldRole = {
  id: string
  label: string | null
  skills: readonly string[]
  capacity: number | null
  /** Somebody asked for it once. */
  isAsked: boolean
}
/** The words people have read, and whether whoever organises may add others that nobody read. */
type Words = { read: readonly string[]; isTrusted: boolean }

/** Why what there is to do on a date cannot become this, or null. What somebody registered for is never taken away. */
export function rolesRefusal(
  held: readonly HeldRole[],
  wished: readonly DateRole[],
  { read, isTrusted }: Words,
): DateRefusal | null {
  const ids = wished.flatMap(({ positionId }) => positionId ?? [])
  if (new Set(ids).size < ids.length || ids.some((id) => !held.some((one) => one.id === id)))
    return 'not_there'
  if (wished.length === 0) return held.length === 1 && held[0]!.label === null ? 'same_roles' : 'no_role'
  if (leftOut(held, wished).some(({ isAsked }) => isAsked)) return 'role_taken'
  const known = [...read, ...held.map(({ label }) => label ?? '')]
  if (!isTrusted && wished.some(({ label }) => label !== '' && !known.includes(label))) return 'role_unread'
  const isSame = held.length === wished.length && wished.every((one, rank) => isAsIt(held[rank]!, one))
  return isSame ? 'same_roles' : null
}

export const leftOut = (held: readonly HeldRole[], wished: readonly DateRole[]) =>
  held.filter(({ id }) => !wished.some(({ positionId }) => positionId === id))

const isAsIt = (held: HeldRole, { positionId, label, skill, capacity }: DateRole) =>
  held.id === positionId &&
  (held.label ?? '') === label &&
  (held.skills[0] ?? null) === skill &&
  held.capacity === capacity
