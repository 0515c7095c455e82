import { Temporal } from 'temporal-polyfill'
import type { Assurance } from '../../../tenants/rules'
import { deadlineOf } from '../../rules/rules'
import { lastMoment } from '../collection/rules'
import type { Axes } from '../rules'

export const sheetStates = ['entered', 'counted', 'returned', 'withdrawn'] as const
export const voiceStates = ['entered', 'counted', 'withdrawn'] as const
export const mostLines = 100

export const paperRefusals = [
  'not_there',
  'elsewhere',
  'own_idea',
  'no_paper',
  'account_needed',
  'closed',
  'future_day',
  'received_late',
  'known_number',
  'nobody_signed',
  'same_person',
  'not_waiting',
  'lines_differ',
  'not_counted',
  'not_asked',
  'kept',
  'nobody_found',
] as const
export type PaperRefusal = (typeof paperRefusals)[number]

/** Somebody who signed, as it can be read on the sheet. */
export type Signer = { name: string; birthYear: number }

type Open = Pick<Axes, 'publication' | 'collection'> & { deadlineAt: Date | null }
type Collecting = Open & { supportAssurance: Assurance | null; timeZone?: string | null }
export type PaperRules = { paperSheets: boolean; paperEntryDays?: number } | null

/**
 * Why no sheet may be entered or counted for this idea now; null when one may. What it asks of people stays as it was. After
 * the last day it may for some days more, if the city had received it by then.
 */
export function paperRefusal(
  idea: Collecting,
  rules: PaperRules,
  now: Date,
  receivedOn?: string,
): PaperRefusal | null {
  if (!rules?.paperSheets) return 'no_paper'
  if (idea.supportAssurance === 'A3' || idea.supportAssurance === 'A4') return 'account_needed'
  if (isCollecting(idea, now)) return null
  const until = entryUntil(idea, rules)
  if (!until || until <= now || !isCollecting(idea, lastMoment(idea.deadlineAt!))) return 'closed'
  return receivedOn !== undefined && receivedOn > lastDayOf(idea) ? 'received_late' : null
}

/** Until when what was handed in on time may be typed in, itself excluded; the end of the collection where no day is given. */
export function entryUntil({ deadlineAt, timeZone }: Collecting, rules: PaperRules): Date | null {
  if (!deadlineAt || !rules?.paperSheets) return deadlineAt
  const days = rules.paperEntryDays ?? 0
  return days === 0 ? deadlineAt : deadlineOf(lastMoment(deadlineAt), { days }, timeZone ?? 'UTC')
}

/** The last day on which a sheet could be handed in. */
export function lastDayOf({ deadlineAt, timeZone }: Collecting): string {
  const last = Temporal.Instant.fromEpochMilliseconds(lastMoment(deadlineAt!).getTime())
  return last
    .toZonedDateTimeISO(timeZone ?? 'UTC')
    .toPlainDate()
    .toString()
}

export function isCollecting({ publication, collection, deadlineAt }: Open, now: Date): boolean {
  return (
    publication === 'published' &&
    (collection === 'open' || collection === 'reached' || collection === 'certified') &&
    deadlineAt !== null &&
    deadlineAt > now
  )
}

const spelled: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' }

/** The words of a name, whatever its order, capitals and accents: « MARTIN, Zoé » and « Zoe Martin » are one person. */
export function wordsOfName(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const latin = [...plain].map((letter) => spelled[letter] ?? letter).join('')
  return latin
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
}

/** By what somebody who signed is recognised: hashed under the idea's key, and never kept itself. */
export function identityOf({ name, birthYear }: Signer): string {
  return `paper ${birthYear} ${wordsOfName(name).join(' ')}`
}

export function isOldEnough(
  { birthYear }: Signer,
  idea: { supportMinAge: number | null },
  year: number,
): boolean {
  const age = year - birthYear
  return age >= (idea.supportMinAge ?? 0) && age < 120
}

/** Which lines the second person compares with the paper: every one of five, then one in ten. `draw(n)` is below n. */
export function sampleOf(lines: readonly number[], draw: (below: number) => number): number[] {
  const left = [...lines]
  const size = Math.min(left.length, Math.max(5, Math.ceil(left.length / 10)))
  const drawn = Array.from({ length: size }, () => left.splice(draw(left.length), 1)[0]!)
  return drawn.sort((one, other) => one - other)
}

export type Line = Signer & { line: number }
export type Read = { signers: Line[]; spoilt: number; unread: number | null }

/** What was typed, a person on each line: a name, then a year. A dash alone is a line of the paper that cannot be read. */
export function readLines(typed: string): Read {
  const read: Read = { signers: [], spoilt: 0, unread: null }
  for (const [place, text] of typed.split('\n').entries()) {
    const line = text.trim()
    if (line === '') continue
    const signer = signerIn(line)
    if (signer) read.signers.push({ ...signer, line: place + 1 })
    else if (/^[-–—]+$/.test(line)) read.spoilt++
    else read.unread ??= place + 1
  }
  return read
}

export function signerIn(text: string): Signer | null {
  const [, name, year] = /^(.*?)[\s,;]+((?:19|20)\d\d)[\s,;]*$/.exec(text.trim()) ?? []
  const birthYear = Number(year)
  if (!name || wordsOfName(name).length < 2 || name.length > 120) return null
  return { name, birthYear }
}
