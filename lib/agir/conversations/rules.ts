import { hasLink } from '../../comments/rules'
import { reportRefusals } from '../../moderation/reports/rules'

/** What a conversation is opened from: a place on a date, a question about an activity, belonging to an organisation. */
export const conversationKinds = ['registration', 'question', 'membership'] as const
export type ConversationKind = (typeof conversationKinds)[number]

/** For whom somebody speaks: themselves, or those who organise. */
export const sides = ['person', 'team'] as const
export type Side = (typeof sides)[number]

export const messageStates = ['visible', 'hidden'] as const

export const messageLimits = {
  length: { min: 2, max: 2000 },
  perHour: { limit: 30, seconds: 3600 },
  /** Conversations one person may begin in a day. */
  openedPerDay: { limit: 10, seconds: 86_400 },
  /** A letter leaves when something has waited for so many minutes. */
  unreadMinutes: 5,
  /** At most so many earlier messages go with a report, if whoever reports wishes. */
  context: 5,
} as const

/** What the address says that a conversation is to be begun about. */
export const beginnings = {
  activite: 'question',
  inscription: 'registration',
  adhesion: 'membership',
} as const

export const messageRefusals = [
  'not_there',
  'closed',
  'nobody',
  'own_team',
  'minor_first',
  'too_often',
  'too_many',
  'no_links_yet',
] as const
export type MessageRefusal = (typeof messageRefusals)[number]

export const messageReportRefusals = ['own_message', ...reportRefusals] as const
export type MessageReportRefusal = (typeof messageReportRefusals)[number]

type Written = {
  side: Side
  body: string
  /** By the person, by the team: either ends it for the other, and for oneself as long as one does not lift it. */
  isBlocked: boolean
  isExcluded: boolean
  isMinor: boolean
  /** Whether whoever is under age has written here themselves. */
  hasSpoken: boolean
  accountIsNew: boolean
}

/** Why this cannot be written here now, or null if it can. Those who organise never write first to somebody under age. */
export function writingRefusal(written: Written): MessageRefusal | null {
  if (written.isBlocked || written.isExcluded) return 'closed'
  if (written.side === 'team' && written.isMinor && !written.hasSpoken) return 'minor_first'
  return written.accountIsNew && hasLink(written.body) ? 'no_links_yet' : null
}

type Waiting = { lastByOtherAt: Date | null; lastByOwnAt: Date | null; seenAt: Date | null }

/** Whether something waits to be read: what the other side said after one last looked, and nobody of one's own answered. */
export function isUnread({ lastByOtherAt, lastByOwnAt, seenAt }: Waiting): boolean {
  if (!lastByOtherAt) return false
  return (!seenAt || lastByOtherAt > seenAt) && (!lastByOwnAt || lastByOtherAt > lastByOwnAt)
}
