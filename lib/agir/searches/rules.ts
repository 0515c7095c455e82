import { mailTimes } from '../../notifications/rules'

/** How often one may be written to about what a saved search newly finds. */
export const searchFrequencies = ['at_once', 'daily', 'weekly', 'never'] as const
export type SearchFrequency = (typeof searchFrequencies)[number]

export const mostSearches = 20
export const nameLength = { min: 1, max: 80 } as const
/** So many are named in a letter; a button leads to the others. */
export const mostNamed = 8

export const searchRefusals = ['too_many_searches', 'nothing_asked', 'not_there'] as const
export type SearchRefusal = (typeof searchRefusals)[number]

/** When a search is next looked at: one that has just been written about rests until the morning after its letter. */
export function nextLook(
  frequency: SearchFrequency,
  { now, timeZone, wasTold }: { now: Date; timeZone: string; wasTold: boolean },
): Date | null {
  if (frequency === 'never') return null
  const { daily, weekly, dayAfter } = mailTimes(now, timeZone)
  const next = { at_once: now, daily, weekly }[frequency]
  return wasTold && next < dayAfter ? dayAfter : next
}
