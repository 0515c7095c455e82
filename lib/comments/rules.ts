import type { Axes } from '../ideas/rules'
import { skeleton } from '../text'

/** Where a comment stands towards the idea. Said by its author, and nobody else's to change. */
export const stances = ['for', 'against', 'question', 'neutral'] as const
export type Stance = (typeof stances)[number]

/** Who is speaking: a person, the city, or the idea's author telling what is new. */
export const voices = ['citizen', 'city', 'update'] as const
export type Voice = (typeof voices)[number]

export const commentStates = ['visible', 'held', 'hidden', 'removed'] as const
export type CommentState = (typeof commentStates)[number]

/** In which quality an agent speaks for the city. A signatory's name is public; no other agent's is. */
export const cityRoles = ['moderator', 'instructor', 'signatory', 'area_admin', 'admin'] as const
export type CityRole = (typeof cityRoles)[number]

export const limits = {
  length: { min: 2, max: 1000 },
  perHour: 10,
  mentions: 5,
  editMinutes: 15,
  linksAfterHours: 24,
  daysBetweenUpdates: 3,
} as const

/** So many different people, whose tie to the city is known, and it waits out of sight for a moderator. */
export const reportsToHold = 3

export const commentRefusals = [
  'not_there',
  'discussion_closed',
  'assurance_too_low',
  'parent_gone',
  'too_often',
  'no_links_yet',
  'too_many_mentions',
  'update_too_soon',
  'updates_suspended',
  'not_author',
  'not_city',
] as const
export type CommentRefusal = (typeof commentRefusals)[number]

export const ownCommentRefusals = [
  'not_there',
  'discussion_closed',
  'edit_over',
  'unchanged',
  'no_links_yet',
  'too_many_mentions',
] as const
export type OwnCommentRefusal = (typeof ownCommentRefusals)[number]

export const voteRefusals = ['not_there', 'discussion_closed', 'own_comment'] as const
export type VoteRefusal = (typeof voteRefusals)[number]

type Discussed = Pick<Axes, 'publication'> & { origin: string | null }

/** People talk about what is published and running here. What was brought from elsewhere is an archive. */
export function isDiscussed({ publication, origin }: Discussed): boolean {
  return publication === 'published' && origin === null
}

const link = /https?:|www\.|[\p{L}\p{N}-]\.(?:com|net|org|info|biz|xyz|top|fr|eu|ru|cn|ly)\b/iu

/** Anything that leads elsewhere, written as an address or as the name of a site. */
export function hasLink(body: string): boolean {
  return link.test(body)
}

const mark = /(?<![\p{L}\p{N}])@(?=\p{L})/gu

/** How many people a text calls by name. */
export function countMentions(body: string): number {
  return [...body.matchAll(mark)].length
}

type Named = { id: string; name: string }

/** Whom the text calls, among those who take part: the longest name that follows the sign, written as one may. */
export function mentionedIn(body: string, people: readonly Named[]): string[] {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length)
  const called = [...body.matchAll(mark)].slice(0, limits.mentions).flatMap(({ index }) => {
    const rest = body.slice(index + 1)
    const found = byLength.find(({ name }) => startsWithName(rest, name))
    return found ? [found.id] : []
  })
  return [...new Set(called)]
}

function startsWithName(text: string, name: string): boolean {
  const said = text.slice(0, name.length)
  const next = text.slice(name.length, name.length + 1)
  return name !== '' && skeleton(said) === skeleton(name) && !/[\p{L}\p{N}]/u.test(next)
}

type Written = { body: string; accountIsNew: boolean }

/** Why a text may not be written by this person now, whatever it answers; null if it may. */
export function textRefusal({ body, accountIsNew }: Written) {
  if (accountIsNew && hasLink(body)) return 'no_links_yet'
  return countMentions(body) > limits.mentions ? 'too_many_mentions' : null
}
