import type { Preset } from '../finding/rules'

/** What most people mean by soon, in the order in which it comes. */
export const moments = ['evening', 'today', 'tomorrow', 'weekend', 'week'] as const satisfies Preset[]
export type Moment = (typeof moments)[number]

const mostShown = 3
const asked: readonly Moment[] = ['evening', 'today', 'weekend', 'tomorrow', 'week']

/** Those that are shown: this evening, today and this weekend, or later ones where nothing is on at those. */
export function momentsShown(counts: Record<Moment, number>): Moment[] {
  const full = asked.filter((moment) => counts[moment] > 0)
  const chosen = (full.length > 0 ? full : asked).slice(0, mostShown)
  return moments.filter((moment) => chosen.includes(moment))
}

/** How many of this week the home shows, and how long ago those began to whom one of these places is kept. */
export const mostOfWeek = 6
export const newcomerDays = 60
