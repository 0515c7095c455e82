import { daysBetween, type Dated, isLate, statusOf } from '../rules'

/** Long enough before the end for a letter that waits for Monday. */
export const closingDays = 8
/** What was missed for longer than this is history, and told to nobody. */
const openedAgo = 2
const lateAgo = 30

type Watched = Dated & { reportDueOn: string | null }
export type Turn = 'consultation_opened' | 'consultation_closing' | 'consultation_late'

/** The day that each turn is about: one is told once for a day, and again for another. */
export const dayOfTurn = {
  consultation_opened: 'opensOn',
  consultation_closing: 'closesOn',
  consultation_late: 'reportDueOn',
} as const satisfies Record<Turn, keyof Watched>

/** What the calendar alone has made of a consultation, and is to be told of. */
export function turnsOf(one: Watched, publishedOn: string, today: string): Turn[] {
  const { opensOn, closesOn, reportDueOn } = one
  const status = statusOf(one, today)
  const isOpening = status === 'open' && publishedOn < opensOn! && daysBetween(opensOn!, today) <= openedAgo
  const hasTimeLeft = status === 'open' || (status === 'announced' && opensOn === closesOn)
  const isClosing =
    hasTimeLeft && publishedOn < today && opensOn !== today && daysBetween(today, closesOn!) <= closingDays
  const isNewlyLate = isLate(one, today) && daysBetween(reportDueOn!, today) <= lateAgo
  return [
    ...(isOpening ? (['consultation_opened'] as const) : []),
    ...(isClosing ? (['consultation_closing'] as const) : []),
    ...(isNewlyLate ? (['consultation_late'] as const) : []),
  ]
}
