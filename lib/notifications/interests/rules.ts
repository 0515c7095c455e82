export const radii = [300, 1000, 3000] as const
export const mostInterests = 50

export type Interest =
  | { kind: 'theme' | 'district' | 'consultation' | 'consultations' | 'organisation'; value: string }
  | { kind: 'place'; latitude: number; longitude: number; radiusMetres: number }

/** Rounded to a hundred metres: enough to be told of what is near, too coarse to say where someone lives. */
export function coarse(degrees: number): number {
  return Math.round(degrees * 1000) / 1000
}

/** The same thing followed twice is one row. */
export function valueOf(interest: Interest): string {
  return interest.kind === 'place'
    ? `${coarse(interest.latitude)},${coarse(interest.longitude)}`
    : interest.value
}
