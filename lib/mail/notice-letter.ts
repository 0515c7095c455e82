import 'server-only'
import type { LetterText } from './letter-text'
import type { Occurrence } from './occurrences/queries'
import type { WaitingLetter } from './outbox/queries'
import { isEventLetter, voiceFor } from './rules'
import { blanks } from './template'
import type { Stopping } from './unsubscribe-token'
import {
  addressOf,
  dayOf,
  headlineOf,
  hrefOfOccurrence,
  type Place,
  quotedIn,
  titleOf,
  valuesOf,
  wordsIn,
} from './wording'

/** What a letter says of one occurrence, of several about one thing, or of a day's or a week's. Names are left blank. */
export function noticeLetter(
  place: Place,
  { letter, person, occurrences }: WaitingLetter,
): LetterText | null {
  const said = occurrences.filter(({ kind }) => isEventLetter(kind))
  const [first] = said
  if (!first || !person) return null
  const { bundle } = letter.detail as { bundle: string }
  const greeting = wordsIn('letters', place)('hello', { name: person.name ? blanks.name : 'none' })
  const parts =
    bundle === 'daily' || bundle === 'weekly' ? digestParts(place, said, bundle) : partsOf(place, said)
  return { greeting, ...parts, stop: stopOf(place, stoppingOf({ personId: person.id, bundle, first })) }
}

type Parts = Omit<LetterText, 'greeting' | 'stop'>

/** What is said of one occurrence, or of several about one thing. */
export function partsOf(place: Place, said: Occurrence[]): Parts {
  return said.length === 1 ? singleParts(place, said[0]!) : severalParts(place, said)
}

function singleParts(place: Place, told: Occurrence): Parts {
  if (!isEventLetter(told.kind)) throw new Error(`no letter tells of ${told.kind}`)
  const t = wordsIn('letters', place)
  const values = valuesOf(place, told)
  const title = titleOf(told)
  return {
    subject: headlineOf(place, told),
    paragraphs: [t(`${told.kind}.lead`, values)],
    quoted: title ? { title, text: quotedIn(told.kind, told) } : undefined,
    button: { label: t(`${told.kind}.button`, values), href: hrefOfOccurrence(place, told) },
    after: [t(`${told.kind}.next`, values)],
    foot: t(`foot.${voiceFor(told.reader)}`, values),
  }
}

function severalParts(place: Place, said: Occurrence[]): Parts {
  const t = wordsIn('letters', place)
  const last = said.at(-1)!
  const values = valuesOf(place, last)
  return {
    subject: t('several.subject', values),
    paragraphs: [t('several.lead', { count: said.length })],
    piles: pilesOf(place, said),
    button: { label: t('several.button'), href: hrefOfOccurrence(place, last) },
    after: [],
    foot: t(`foot.${voiceFor(last.reader)}`, values),
  }
}

/** A letter that gathers names no more things than this: after a busy week it says how many others there are. */
const mostTold = 25

function digestParts(place: Place, said: Occurrence[], frequency: 'daily' | 'weekly'): Parts {
  const t = wordsIn('letters', place)
  const { city } = valuesOf(place, said[0]!)
  const what = said.every(({ category }) => category === 'desk') ? 'desk' : 'followed'
  const href = addressOf(place, what === 'desk' ? '/moderation' : '/notifications')
  const piles = pilesOf(place, said)
  return {
    subject: t('digest.subject', { what, city, frequency, count: said.length }),
    paragraphs: [t('digest.lead', { what, frequency })],
    piles: piles.slice(0, mostTold),
    button: { label: t('digest.button', { what }), href },
    after: piles.length > mostTold ? [t('digest.more', { count: piles.length - mostTold })] : [],
    foot: what === 'desk' ? t('foot.staff', { city }) : t('foot.digest', { city, frequency }),
  }
}

/** By what they are about, in the order in which each was first heard of. */
function pilesOf(place: Place, said: Occurrence[]): NonNullable<LetterText['piles']> {
  const piles = new Map<string, Occurrence[]>()
  for (const told of said) piles.set(told.aboutId, [...(piles.get(told.aboutId) ?? []), told])
  return [...piles.values()].map((pile) => ({
    title: titleOf(pile[0]!) || wordsIn('letters', place)('untitled'),
    href: hrefOfOccurrence(place, pile.at(-1)!),
    lines: pile.map((told) => ({ text: headlineOf(place, told), on: dayOf(place, told.at) })),
  }))
}

type Reason = { personId: string; bundle: string; first: Occurrence }

/** What the last line of a letter offers to stop: no more than this letter is an example of. */
export function stoppingOf({ personId, bundle, first }: Reason): Stopping {
  if (bundle === 'daily' || bundle === 'weekly') return { what: 'digest', frequency: bundle, personId }
  if (first.reader === 'followers' && first.idea) return { what: 'idea', ideaId: first.idea.id, personId }
  if (first.interestId) return { what: 'interest', interestId: first.interestId, personId }
  return { what: 'category', category: first.category, personId }
}

export function stopOf(place: Place, { what }: Pick<Stopping, 'what'>): LetterText['stop'] {
  const t = wordsIn('letters', place)
  const page = addressOf(place, '/compte/desabonnement')
  return {
    label: t(`stop.${what}`),
    page: `${page}?jeton=${blanks.token}`,
    oneClick: `${new URL(page).origin}/api/letters/unsubscribe?jeton=${blanks.token}`,
    settings: { label: t('settings'), href: addressOf(place, '/compte/notifications') },
  }
}
