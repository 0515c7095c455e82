/** Where news stands: written, read by the city, in view, declined, or taken from view. */
export const newsStates = ['draft', 'submitted', 'published', 'rejected', 'hidden'] as const
export type NewsState = (typeof newsStates)[number]

export const newsLimits = {
  title: { min: 5, max: 100 },
  body: { min: 40, max: 4000 },
  images: 4,
  /** How many drafts one person may have. */
  drafts: 10,
} as const

/** What news is about. */
export const newsSubjects = ['initiative', 'activity'] as const
export type NewsSubject = (typeof newsSubjects)[number]

export const newsRefusals = [
  'not_there',
  'too_many',
  'too_fast',
  'too_many_images',
  'already_sent',
  'not_yet',
] as const
export type NewsRefusal = (typeof newsRefusals)[number]
