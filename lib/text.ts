import { z } from 'zod'

type Length = { min?: number; max: number }

/** The signs of Windows-1252 in the place of the bytes 80 to 9F; what it leaves empty stays a control character. */
export const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\uffff]/
const lineControls = /[\t\n]/
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
/** What an emoji may be made of: a flag of tags, a family joined by U+200D, a sign made colourful by U+FE0F. */
const emoji =
  /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}|[\p{Emoji}\p{Emoji_Modifier}][\ufe0e\ufe0f]?\u20e3?(?:\u200d\p{Emoji}[\ufe0e\ufe0f]?\p{Emoji_Modifier}?)*/gu
const invisibles =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u
const pileOfMarks = /\p{M}{4,}/u

/** One line of what a person writes: a title, a name, an address. Lengths are in code points, after NFC and trimming. */
export const lineOfText = (length: Length) => writtenText(length, true)

/** Paragraphs of what a person writes. The same refusals, but for new lines and tabs. */
export const plainText = (length: Length) => writtenText(length, false)

/** As a reader counts it, near enough, and the same in the browser and in Postgres: code points once in NFC. */
export function lengthOf(text: string): number {
  return [...tidied(text)].length
}

/** Why a text is refused whatever its length: what cannot be seen may not be stored. Null when nothing hides in it. */
export function hiddenIn(text: string, oneLine: boolean): HiddenText | null {
  if (!text.isWellFormed() || controls.test(text) || (oneLine && lineControls.test(text)))
    return 'control_characters'
  if (directions.test(text)) return 'direction_controls'
  if (invisibles.test(text.replace(emoji, ''))) return 'invisible_characters'
  return pileOfMarks.test(text) ? 'too_many_marks' : null
}
export type HiddenText =
  | 'control_characters'
  | 'direction_controls'
  | 'invisible_characters'
  | 'too_many_marks'

function writtenText({ min = 0, max }: Length, oneLine: boolean) {
  return z.string().transform((raw, context) => {
    const refuse = (message: string, params: Record<string, number> = {}) => {
      context.addIssue({ code: 'custom', message, params })
      return z.NEVER
    }
    // A decomposed letter is at most four units long: beyond that nothing else is even looked at.
    if (raw.length > max * 4 + 16) return refuse('too_long', { max })
    const text = tidied(raw)
    const hidden = hiddenIn(text, oneLine)
    if (hidden) return refuse(hidden)
    const length = [...text].length
    if (length > max) return refuse('too_long', { max })
    if (length === 0 && min > 0) return refuse('required')
    return length < min ? refuse('too_short', { min }) : text
  })
}

/** Browsers send a new line as two characters. */
function tidied(raw: string): string {
  return raw.replaceAll('\r\n', '\n').normalize('NFC').trim()
}

const lookalikes: Record<string, string> = Object.fromEntries(
  [
    ['a', 'аɑαａ'],
    ['b', 'ЬвβƄ'],
    ['c', 'сϲⅽ'],
    ['d', 'ԁⅾ'],
    ['e', 'еєҽε'],
    ['g', 'ɡց'],
    ['h', 'һнհ'],
    ['i', 'іι1lӏ|!ⅼıǀ'],
    ['j', 'јϳ'],
    ['k', 'кκ'],
    ['m', 'мⅿ'],
    ['n', 'пη'],
    ['o', 'оο0օѳσ'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'гг'],
    ['s', 'ѕ5$'],
    ['t', 'тτ'],
    ['u', 'υսц'],
    ['v', 'ѵν'],
    ['w', 'ԝωѡ'],
    ['x', 'хχⅹ'],
    ['y', 'уγү'],
    ['z', 'ʐᴢ'],
    ['ي', 'ىی'],
    ['ك', 'ک'],
    ['ه', 'ةہ'],
  ].flatMap(([plain, others]) => [...others!].map((other) => [other, plain!])),
)

/**
 * What a text looks like, in the spirit of Unicode's UTS 39: two that a reader would confuse have the same skeleton.
 * For reserved names and for titles already taken; never shown. Call it on a text whose length is already limited.
 */
export function skeleton(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const seen = [...plain].map((letter) => lookalikes[letter] ?? letter).join('')
  return seen
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}

const officialTitles = [
  'mairie',
  'ville',
  'hotel de ville',
  'mairie de',
  'ville de',
  'city of',
  'city hall',
  'ayuntamiento',
  'ayuntamiento de',
]
const officialRoles = [
  'admin',
  'administrateur',
  'administration',
  'administrator',
  'moderateur',
  'moderation',
  'moderator',
  'maire',
  'mayor',
  'alcalde',
  'بلدية',
  'البلدية',
]

/** Whether a name would pass for the city itself. `cityNames`: what the city and its platforms are called. */
export function isReservedName(name: string, cityNames: string[]): boolean {
  const seen = skeleton(name)
  const reserved = [...officialTitles, ...officialRoles, ...cityNames]
  const official = cityNames.flatMap((city) =>
    [...officialTitles, 'mairie du', 'بلدية'].map((title) => `${title} ${city}`),
  )
  return [...reserved, ...official].some((one) => skeleton(one) === seen)
}
