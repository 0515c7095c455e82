const toAuthor = ['author'] as const
const toAll = ['author', 'followers'] as const

/** Who gets a letter when this happens to an idea. What is not a line here is told to nobody by mail. */
export const addressees = {
  submitted: toAuthor,
  published: toAuthor,
  refused: toAuthor,
  threshold_reached: toAll,
  expired: toAll,
  withdrawn: toAll,
} as const
export type EventLetterKind = keyof typeof addressees

export function isEventLetter(kind: string): kind is EventLetterKind {
  return Object.hasOwn(addressees, kind)
}

export function goesToFollowers(kind: EventLetterKind): boolean {
  return addressees[kind] === toAll
}
