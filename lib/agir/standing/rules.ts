import { refusals as seatRefusals } from '../registrations/rules'

/** How many series one person may come to every time. */
export const mostStanding = 12

/** Only where a place is had at once: whoever answers each request answers each date. */
export const standingRefusals = [
  ...seatRefusals,
  'already',
  'too_many_standing',
  'no_series',
  'days_in_order',
] as const
export type StandingRefusal = (typeof standingRefusals)[number]

type Series = {
  rule: string | null
  endedAt: Date | null
  registration: string
  publication: string
  moderation: string
}

/** Whether one can come every time of a series. */
export const takesStanding = ({ rule, endedAt, registration, publication, moderation }: Series): boolean =>
  rule !== null &&
  endedAt === null &&
  registration === 'instant' &&
  publication === 'published' &&
  moderation === 'approved'
