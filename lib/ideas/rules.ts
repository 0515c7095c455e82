import type { Happening, Actor } from '../journal/rules'

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

export const placeKinds = ['point', 'district', 'address', 'city'] as const

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

/**
 * One way for an idea to change (spec of each: lib/ideas/changes). The first step that starts where the idea is, is taken;
 * an axis that a step does not name may be anything before, and is left as it is.
 */
export type Change = {
  steps: readonly [Step, ...Step[]]
  who: readonly Actor[]
  /** The rule of `lib/ideas` that must have said nothing against it, beyond the states. */
  guard?: string
  /** The journal's word for it. */
  event: Happening
  visibility: 'public' | 'internal'
  /** The column that keeps when it last happened. */
  stamp?: Stamp
}
export type Step = { from: { readonly [Axis in keyof Axes]?: readonly Axes[Axis][] }; to: Partial<Axes> }
export type Stamp =
  | 'submittedAt'
  | 'publishedAt'
  | 'refusedAt'
  | 'withdrawnAt'
  | 'reachedAt'
  | 'certifiedAt'
  | 'expiredAt'
  | 'mergedAt'
  | 'hiddenAt'
  | 'removedAt'
  | 'suspendedAt'
  | 'takenUpAt'

/** Where in the list a stage is found. Null: in no list (a draft, a refusal, what was hidden). */
const shelfOfStage = {
  draft: null,
  submitted: null,
  refused: null,
  hidden: null,
  removed: null,
  not_started: null,
  open: 'open',
  suspended: 'open',
  reached: 'reached',
  admissibility: 'studied',
  study: 'studied',
  opinion_favourable: 'answered',
  opinion_partial: 'answered',
  opinion_unfavourable: 'answered',
  not_admissible: 'answered',
  already_exists: 'answered',
  abandoned: 'answered',
  planned: 'carried_out',
  in_progress: 'carried_out',
  delivered: 'carried_out',
  expired: 'expired',
  closed: 'closed',
  withdrawn: 'closed',
  merged: 'closed',
} as const satisfies Record<Stage, string | null>

export const shelves = ['open', 'reached', 'studied', 'answered', 'carried_out', 'expired', 'closed'] as const
export type Shelf = (typeof shelves)[number]

export function shelfOf(axes: Axes): Shelf | null {
  return shelfOfStage[stageOf(axes)]
}

/** Whole days until an instant, the one under way included; 0 once it is past. */
export function daysLeft(until: Date, now: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 86_400_000))
}
