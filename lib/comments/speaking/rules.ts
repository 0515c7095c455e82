import { type Acting, actsAs, type Whereabouts } from '../../people/rules'
import type { CityRole } from '../rules'

const inOrder = ['signatory', 'admin', 'area_admin', 'instructor', 'moderator'] as const satisfies CityRole[]

/** In which quality somebody may speak for the city about this; null when they may not. */
export function cityRoleOf(person: Acting, about?: Whereabouts): CityRole | null {
  return inOrder.find((role) => actsAs(person, role, about)) ?? null
}
