/** What whoever organises may answer to a request. */
export const answers = ['approve', 'wait', 'decline'] as const
export type Answer = (typeof answers)[number]

/** Why the seats of a date cannot be changed. */
export const seatRefusals = ['not_there', 'cancelled', 'over'] as const
export type SeatRefusal = (typeof seatRefusals)[number]

/** `Inès Robert` → `Inès R.`: enough to tell one from another before anybody agreed to meet. */
export function shortName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/)
  const last = others.at(-1)
  return last ? `${first} ${[...last][0]!.toLocaleUpperCase()}.` : first
}

/** Whether those who ask can have the seats they ask for, beside those who have theirs for good. */
export function fits({ capacity, firm }: { capacity: number | null; firm: number }, party: number): boolean {
  return capacity === null || firm + party <= capacity
}
