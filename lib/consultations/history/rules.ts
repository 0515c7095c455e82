/** What is written down of a consultation, in the order in which it usually happens. */
export const episodes = [
  'consultation_published',
  'consultation_changed',
  'consultation_moved',
  'consultation_opened',
  'consultation_closing',
  'consultation_cancelled',
  'consultation_late',
  'consultation_reported',
  'consultation_decided',
  'consultation_followed_up',
] as const
export type Episode = (typeof episodes)[number]

export type Days = {
  opensOn: string | null
  closesOn: string | null
  hour: string | null
  place: string | null
  reportDueOn: string | null
}
type Said = Days & { title: string; slug: string }

/** What its letters and its history say of it, as it was then. */
export function sayingOf({ title, slug, opensOn, closesOn, hour, place, reportDueOn }: Said) {
  const span = opensOn === closesOn ? 'day' : 'days'
  return { title, slug, opensOn, closesOn, hour, place, reportDueOn, span }
}

/** Whether those who wrote it down would now be wrong: about when, where, or the day the city owes its report by. */
export function hasMoved(before: Days, after: Days): boolean {
  return (
    before.opensOn !== after.opensOn ||
    before.closesOn !== after.closesOn ||
    before.hour !== after.hour ||
    before.place !== after.place ||
    before.reportDueOn !== after.reportDueOn
  )
}
