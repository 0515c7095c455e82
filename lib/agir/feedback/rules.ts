export const ratings = [1, 2, 3, 4, 5] as const
/** How long one may say how it was, and say it otherwise. */
const sayDays = 30

export const feedbackRefusals = ['not_there', 'not_over', 'too_late', 'nothing_said'] as const
export type FeedbackRefusal = (typeof feedbackRefusals)[number]

/** Why somebody who was there cannot say how it was, or null. */
export function sayRefusal({ endsAt }: { endsAt: Date }, now: Date): FeedbackRefusal | null {
  if (now < endsAt) return 'not_over'
  return now.getTime() > endsAt.getTime() + sayDays * 86_400_000 ? 'too_late' : null
}

/** Few opinions are no average: from three on. */
const fewest = 3

export function averageOf(given: readonly (number | null)[]): number | null {
  const rated = given.filter((one) => one !== null)
  return rated.length < fewest ? null : rated.reduce((sum, one) => sum + one, 0) / rated.length
}
