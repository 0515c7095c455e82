import { z } from 'zod'
import { roleShape, rolesIn } from '../../positions/input'
import { roleLimits } from '../../positions/rules'
import type { DateRole } from './rules'

const positionOf = Object.fromEntries(
  Array.from({ length: roleLimits.most }, (_, place) => [
    `role_${place}_position`,
    z.union([z.literal(''), z.uuid()]).optional(),
  ]),
)

/** The only thing to do needs no name; of several, each has one. */
export const RolesInput = z
  .object({ dateId: z.uuid(), ...roleShape, ...positionOf })
  .transform((filled, context) => {
    const said = filled as Record<string, unknown>
    const told = rolesIn(said)
    if (told.length > 1)
      for (const { place, label } of told)
        if (label === '')
          context.addIssue({ code: 'custom', path: [`role_${place}_label`], message: 'required' })
    const roles = told.map(({ place, ...role }): DateRole => {
      const positionId = (said[`role_${place}_position`] as string | undefined) || null
      return { ...role, positionId }
    })
    return { dateId: filled.dateId, roles }
  })
