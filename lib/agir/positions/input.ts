import { z } from 'zod'
import { lineOfText } from '../../text'
import { number } from '../activities/answers/fields/input'
import { most } from '../activities/answers/rules'
import { skills } from '../volunteers/rules'
import { type Role, roleLimits } from './rules'

const roleLabel = lineOfText({ min: 0, max: roleLimits.label.max }).optional()
const places = Array.from({ length: roleLimits.most }, (_, place) => place)

type Said = z.ZodType<string | number | null | undefined>

/** The rows of a form in which roles are told; what is left empty is no role. */
export const roleShape: Record<string, Said> = Object.fromEntries(
  places.flatMap((place): [string, Said][] => [
    [`role_${place}_label`, roleLabel],
    [`role_${place}_skill`, z.enum(['', ...skills]).catch('')],
    [`role_${place}_capacity`, number({ min: 1, max: most.capacity })],
  ]),
)

/** The rows of which anything was said, each with its place in the form. */
export function rolesIn(filled: Record<string, unknown>): (Role & { place: number })[] {
  const told = places.map((place) => ({
    place,
    label: (filled[`role_${place}_label`] as string | undefined) ?? '',
    skill: ((filled[`role_${place}_skill`] as string | undefined) || null) as Role['skill'],
    capacity: (filled[`role_${place}_capacity`] as number | null | undefined) ?? null,
  }))
  return told.filter(({ label, capacity }) => label !== '' || capacity !== null)
}
