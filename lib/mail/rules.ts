import type { DutyKind } from '../engagements/rules'
import type { Happening } from '../journal/rules'
import type { Category } from '../notifications/rules'
import { conversationLetters } from './conversations/rules'
import { accountLetters } from './accounts/rules'
import { organiserLetters } from './organisers/rules'
import { registrantLetters } from './registrants/rules'

/** Whom an event may be told to, nearest first: someone who is several of these is told once, as the first of them. */
export const readers = [
  'author',
  'co_carrier',
  'named',
  'moderators',
  'instructors',
  'signatories',
  'area_admins',
  'admins',
  'dpos',
  'followers',
  'neighbours',
  'consulted',
  'companions',
  'registered',
] as const
export type Reader = (typeof readers)[number]

type Telling = {
  to: readonly Reader[]
  /** Where the button leads: the author's own page, the public page, or a desk of the city. `detail.path` goes before. */
  leadsTo:
    | 'own'
    | 'idea'
    | 'queue'
    | 'moderation'
    | 'instruction'
    | 'engagements'
    | 'account'
    | 'consultation'
  /** Where it leads those who act for the city, when that is elsewhere. */
  staffTo?: 'moderation' | 'instruction' | 'engagements'
  /** What kind of letter it is to those who follow; what one wrote oneself is always `my_items`. */
  category?: Category
  /** Confirms to someone what they just did: leaves at once, whatever the hour. */
  isReceipt?: true
  /** Does not wait to be gathered with others: leaves whatever the hour, or as soon as the night is over. */
  haste?: 'at_once' | 'by_day'
  /** Owed by law: leaves whatever its reader has chosen. */
  isOwed?: true
  /** Says nothing where this happened with it, in one go: that one tells of both. */
  unlessWith?: Happening
}

const carriers = ['author', 'co_carrier'] as const

/**
 * Who is told by letter and among their notices when this happens; what is not a line here is told to nobody. Its
 * sentences are `letters.<kind>` in the message files: subject, lead, next, button.
 */
export const addressees = {
  submitted: { to: [...carriers, 'moderators'], leadsTo: 'own', staffTo: 'moderation', isReceipt: true },
  pulled_back: { to: ['moderators'], leadsTo: 'queue' },
  published: { to: [...carriers, 'neighbours'], leadsTo: 'idea' },
  refused: { to: carriers, leadsTo: 'own' },
  changes_asked: { to: carriers, leadsTo: 'own' },
  hidden: { to: carriers, leadsTo: 'own' },
  restored: { to: carriers, leadsTo: 'idea' },
  removed: { to: carriers, leadsTo: 'own', isOwed: true },
  appeal_filed: { to: [...carriers, 'moderators'], leadsTo: 'own', staffTo: 'moderation', isReceipt: true },
  appeal_to_read: { to: ['moderators'], leadsTo: 'queue' },
  appeal_upheld: { to: carriers, leadsTo: 'own' },
  appeal_rejected: { to: carriers, leadsTo: 'own' },
  text_changed: { to: ['followers'], leadsTo: 'idea' },
  addendum: { to: ['followers'], leadsTo: 'idea' },
  threshold_reached: {
    to: [...carriers, 'instructors', 'signatories', 'followers', 'neighbours'],
    leadsTo: 'idea',
    category: 'milestones',
  },
  threshold_certified: {
    to: [...carriers, 'instructors'],
    leadsTo: 'idea',
    staffTo: 'instruction',
    unlessWith: 'examination_due',
  },
  expired: { to: [...carriers, 'followers'], leadsTo: 'idea' },
  withdrawn: { to: [...carriers, 'followers'], leadsTo: 'idea' },
  seeking_carrier: { to: [...carriers, 'followers'], leadsTo: 'idea', category: 'milestones' },
  adopted: { to: [...carriers, 'named', 'followers'], leadsTo: 'idea' },
  merge_proposed: { to: carriers, leadsTo: 'own' },
  merged: { to: [...carriers, 'followers'], leadsTo: 'idea', category: 'milestones' },
  unmerged: { to: [...carriers, 'followers'], leadsTo: 'idea' },
  deadline_prolonged: { to: [...carriers, 'followers'], leadsTo: 'idea' },
  suspended: { to: carriers, leadsTo: 'idea' },
  resumed: { to: carriers, leadsTo: 'idea' },
  relaunched: { to: ['followers'], leadsTo: 'idea' },
  split: { to: ['followers'], leadsTo: 'idea' },
  taken_up_early: { to: [...carriers, 'followers'], leadsTo: 'idea', category: 'milestones' },
  comment_hidden: { to: ['named'], leadsTo: 'idea' },
  comment_appeal_rejected: { to: ['named'], leadsTo: 'idea' },
  comment_restored: { to: ['named'], leadsTo: 'idea' },
  comment_answered: { to: ['named'], leadsTo: 'idea' },
  comment_mentions: { to: ['named'], leadsTo: 'idea' },
  author_update: { to: ['followers'], leadsTo: 'idea' },
  examination_due: { to: [...carriers, 'instructors'], leadsTo: 'idea', staffTo: 'instruction' },
  examination_started: { to: [...carriers, 'followers'], leadsTo: 'idea' },
  study_started: { to: [...carriers, 'followers'], leadsTo: 'idea' },
  question: { to: carriers, leadsTo: 'own' },
  answered: { to: ['instructors'], leadsTo: 'instruction' },
  opinion: { to: [...carriers, 'followers'], leadsTo: 'idea', category: 'milestones' },
  reopened: { to: [...carriers, 'followers', 'instructors'], leadsTo: 'idea', staffTo: 'instruction' },
  milestone: { to: [...carriers, 'followers'], leadsTo: 'idea', category: 'milestones' },
  abandoned: { to: [...carriers, 'followers'], leadsTo: 'idea', category: 'milestones' },
  became_project: { to: [...carriers, 'followers'], leadsTo: 'idea', category: 'milestones' },
  supports_watched: { to: ['admins'], leadsTo: 'idea' },
  threshold_annulled: { to: [...carriers, 'followers'], leadsTo: 'idea' },
  duty_late: {
    to: ['author', 'co_carrier', 'instructors', 'signatories', 'area_admins', 'admins', 'followers'],
    leadsTo: 'idea',
    staffTo: 'engagements',
    category: 'commitments',
  },
  still_late: {
    to: [...carriers, 'signatories', 'admins', 'followers'],
    leadsTo: 'idea',
    staffTo: 'engagements',
    category: 'commitments',
  },
  consultation_published: { to: ['consulted'], leadsTo: 'consultation' },
  consultation_opened: { to: ['consulted'], leadsTo: 'consultation' },
  consultation_moved: { to: ['consulted'], leadsTo: 'consultation' },
  consultation_closing: { to: ['consulted'], leadsTo: 'consultation' },
  consultation_cancelled: { to: ['consulted'], leadsTo: 'consultation' },
  consultation_reported: { to: ['consulted'], leadsTo: 'consultation' },
  consultation_late: { to: ['area_admins', 'consulted'], leadsTo: 'consultation' },
  consultation_decided: { to: ['consulted'], leadsTo: 'consultation' },
  consultation_followed_up: { to: ['consulted'], leadsTo: 'consultation' },
  ...organiserLetters,
  organisation_paused: { to: ['registered'], leadsTo: 'account' },
  organisation_resumed: { to: ['registered'], leadsTo: 'account' },
  ...registrantLetters,
  ...conversationLetters,
  registration_asked: { to: ['named'], leadsTo: 'account' },
  activity_published: { to: ['companions'], leadsTo: 'account' },
  initiative_news: { to: ['companions'], leadsTo: 'account' },
  ...accountLetters,
  draft_expiring: { to: ['author'], leadsTo: 'own', isOwed: true },
} as const satisfies Record<string, Telling>
export type EventLetterKind = keyof typeof addressees

export function isEventLetter(kind: string): kind is EventLetterKind {
  return Object.hasOwn(addressees, kind)
}

export const tellingOf = (kind: EventLetterKind): Telling => addressees[kind]

/** Who hears that the city is late, by what is late: the further along, the higher up and the more public. */
const lateTo: Record<DutyKind, readonly Reader[]> = {
  acknowledge: ['area_admins'],
  name_instructor: ['area_admins', 'admins'],
  admissibility: ['signatories', 'admins'],
  opinion: [...carriers, 'signatories', 'admins', 'followers'],
  inform_progress: ['instructors', 'area_admins'],
}

/** Everyone an event of this kind is told to; when something is late, those concerned by what is late. */
export function readersTold(kind: EventLetterKind, detail: unknown): readonly Reader[] {
  const { duty } = (detail ?? {}) as { duty?: DutyKind }
  return (kind === 'duty_late' && duty && lateTo[duty]) || tellingOf(kind).to
}

/** Which of a person's choices decides how a letter comes to them. */
export function categoryFor(kind: EventLetterKind, reader: Reader): Category {
  if (reader === 'named') return tellingOf(kind).category ?? 'my_items'
  if (['author', 'co_carrier', 'registered'].includes(reader)) return 'my_items'
  if (reader === 'followers') return tellingOf(kind).category ?? 'followed'
  if (reader === 'consulted') return 'consultations'
  if (reader === 'companions') return 'followed'
  if (reader === 'moderators') return 'desk'
  return reader === 'neighbours' ? 'near_me' : 'duties'
}

/** As whom a sentence speaks to its reader. */
export function voiceFor(
  reader: Reader,
): 'author' | 'follower' | 'neighbour' | 'consulted' | 'companion' | 'staff' | 'named' {
  if (reader === 'author' || reader === 'co_carrier') return 'author'
  if (reader === 'followers') return 'follower'
  if (reader === 'neighbours') return 'neighbour'
  if (reader === 'consulted') return 'consulted'
  if (reader === 'companions') return 'companion'
  return reader === 'named' || reader === 'registered' ? 'named' : 'staff'
}

/** Minutes before the next try: the line may be down for seconds or for a day. Null: not again. */
export function waitAfter(attempts: number): number | null {
  return [1, 2, 5, 15, 30, 60, 120, 240, 480, 960, 1440, 1440][attempts - 1] ?? null
}
