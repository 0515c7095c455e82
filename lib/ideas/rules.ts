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

/** Every way an idea may change, and what it must be before. What is not a line here cannot happen. */
export const ideaChanges = {
  submit: { from: { publication: ['draft'] }, to: { publication: 'submitted' } },
  pullBack: { from: { publication: ['submitted'] }, to: { publication: 'draft' } },
  publish: { from: { publication: ['submitted'] }, to: { publication: 'published', collection: 'open' } },
  refuse: { from: { publication: ['submitted'] }, to: { publication: 'refused' } },
  edit: { from: { publication: ['published'], collection: ['open'] }, to: {} },
  addAddendum: { from: { publication: ['published'] }, to: {} },
  reach: { from: { publication: ['published'], collection: ['open'] }, to: { collection: 'reached' } },
  certify: { from: { publication: ['published'], collection: ['reached'] }, to: { collection: 'certified' } },
  expire: { from: { publication: ['published'], collection: ['open'] }, to: { collection: 'expired' } },
  withdraw: {
    from: { publication: ['published'], collection: ['open'] },
    to: { publication: 'withdrawn', collection: 'closed' },
  },
  relaunch: { from: { publication: ['published'], collection: ['expired'] }, to: {} },
} as const satisfies Record<string, Change>
export type IdeaChange = keyof typeof ideaChanges
type Change = { from: { [Axis in keyof Axes]?: readonly Axes[Axis][] }; to: Partial<Axes> }

/** Whether an idea in these states may change in this way. */
export function mayChange(idea: Axes, change: IdeaChange): boolean {
  const { from }: Change = ideaChanges[change]
  return allows(from.publication, idea.publication) && allows(from.collection, idea.collection)
}

function allows<State>(states: readonly State[] | undefined, state: State): boolean {
  return !states || states.includes(state)
}
