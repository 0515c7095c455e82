/** What somebody can help with. Their names are `agirVolunteers.skills`. */
export const skills = [
  'first_aid',
  'driving',
  'cooking',
  'carrying',
  'repairing',
  'listening',
  'tutoring',
  'translating',
  'digital',
  'gardening',
  'children',
  'events',
] as const
export type Skill = (typeof skills)[number]

export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** `6_morning`: Saturday morning. */
export const slots = weekdays.flatMap((day) => dayParts.map((part) => `${day}_${part}` as const))
export type Slot = (typeof slots)[number]

/** Kilometres from one's district; null for the whole city. */
export const radii = [2, 5, 10] as const

/** Whoever is younger is not asked: volunteering for the city begins at sixteen. */
export const youngest = 16

export const volunteerLimits = { wontDo: { min: 0, max: 300 } } as const

export const volunteerRefusals = ['not_there', 'too_young', 'no_such_district'] as const
export type VolunteerRefusal = (typeof volunteerRefusals)[number]

/** Whether somebody born that year has surely had their birthday of so many years. */
export function isAtLeast(age: number, birthYear: number, year: number): boolean {
  return year - birthYear > age
}
