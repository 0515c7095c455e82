/** Something that happens, something to help with, or a need that lasts. */
export const activityKinds = ['event', 'mission', 'standing_need'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** What the city's readers decided of it: an axis apart from what its organiser shows. */
export const activityModerations = [
  'draft',
  'submitted',
  'approved',
  'changes_asked',
  'rejected',
  'hidden',
] as const
export type ActivityModeration = (typeof activityModerations)[number]

export const activityPublications = ['unpublished', 'published', 'archived'] as const
export type ActivityPublication = (typeof activityPublications)[number]

export const attendanceModes = ['on_site', 'online', 'hybrid'] as const
export type AttendanceMode = (typeof attendanceModes)[number]

/** How well the place is known: what is only known by its district has no pin. */
export const precisions = ['exact', 'street', 'district', 'city'] as const
export type Precision = (typeof precisions)[number]

export const registrationModes = ['none', 'instant', 'approval', 'external'] as const
export type RegistrationMode = (typeof registrationModes)[number]

/** Whether those under age may come: not at all, with a guardian's consent, or freely. */
export const minorsPolicies = ['excluded', 'with_consent', 'welcome'] as const
export type MinorsPolicy = (typeof minorsPolicies)[number]

/** What a place was found to be for people who walk, hear, see or understand with difficulty. */
export const accessNeeds = ['mobility', 'hearing', 'sight', 'mental', 'psychic'] as const
export type AccessNeed = (typeof accessNeeds)[number]
export type Accessibility = Partial<Record<AccessNeed, 'yes' | 'no'>>

/** How much of one's time it takes. */
export const commitments = ['once', 'some_hours', 'weekly', 'lasting'] as const
export type Commitment = (typeof commitments)[number]
