export const publications = [
  'draft',
  'submitted',
  'published',
  'refused',
  'hidden',
  'withdrawn',
  'merged',
  'removed',
] as const
export const collections = [
  'not_started',
  'open',
  'reached',
  'certified',
  'expired',
  'closed',
  'suspended',
] as const
export const examinations = [
  'none',
  'due',
  'admissibility',
  'study',
  'opinion_favourable',
  'opinion_partial',
  'opinion_unfavourable',
  'not_admissible',
  'already_exists',
] as const
export const deliveries = ['none', 'planned', 'in_progress', 'delivered', 'abandoned'] as const

export type Axes = {
  publication: (typeof publications)[number]
  collection: (typeof collections)[number]
  examination: (typeof examinations)[number]
  delivery: (typeof deliveries)[number]
}

/** The one word shown for an idea: the furthest of its four axes, in the order of spec 6.4. */
export function stageOf({ publication, collection, examination, delivery }: Axes) {
  if (publication !== 'published') return publication
  if (delivery !== 'none') return delivery
  if (examination !== 'none' && examination !== 'due') return examination
  if (collection === 'certified') return 'reached'
  return collection
}
export type Stage = ReturnType<typeof stageOf>
