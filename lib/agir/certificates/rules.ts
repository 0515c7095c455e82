import { createHash } from 'node:crypto'

export const certificateRefusals = [
  'no_hours',
  'period',
  'name_missing',
  'too_many',
  'not_there',
  'already_revoked',
] as const
export type CertificateRefusal = (typeof certificateRefusals)[number]

/** Who took a certificate back: whoever holds it, an organisation it names, a correction of its hours, a deleted account. */
export const revokers = ['holder', 'organisation', 'correction', 'departure'] as const
export type Revoker = (typeof revokers)[number]

/** How many somebody may have made in a day: enough for a mistake, too few to fill a city's books. */
export const mostInADay = 20

/** Letters and digits that cannot be taken for one another when they are copied from paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve signs, in fours: more than half a million million million of them, so that none is found by trying. */
export function serialFrom(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, 12)].map((byte) => alphabet[byte % alphabet.length]!).join('')
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}

/** A number as somebody copied it, or null when it cannot be one. */
export function serialTyped(typed: unknown): string | null {
  if (typeof typed !== 'string') return null
  const signs = typed.toUpperCase().replace(/[\s-]/g, '')
  if (signs.length !== 12 || ![...signs].every((sign) => alphabet.includes(sign))) return null
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}

/** `Inès de La Tour` → `I. T.`: all that a stranger is told. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const some = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return some.map((word) => `${[...word][0]!.toLocaleUpperCase()}.`).join(' ')
}

export type CertifiedLine = { label: string; minutes: number; dates: number }
type Certified = {
  city: string
  serial: string
  holder: string
  from: string
  until: string
  minutes: number
  issuedAt: Date
  lines: readonly CertifiedLine[]
}

/** What a certificate says, line after line, as its digest is made of: whoever holds it can make it again. */
export function certificateText({
  city,
  serial,
  holder,
  from,
  until,
  minutes,
  issuedAt,
  lines,
}: Certified): string[] {
  return [
    'volunteering v1',
    `city ${city}`,
    `serial ${serial}`,
    `holder ${holder}`,
    `period ${from} ${until}`,
    `minutes ${minutes}`,
    ...lines.map(({ label, minutes: some, dates }) => `with ${some} ${dates} ${label}`),
    `issued ${issuedAt.toISOString()}`,
  ]
}

export const digestOf = (text: readonly string[]): string =>
  createHash('sha256').update(text.join('\n')).digest('hex')

/** What the city's key signs: short enough to be made again from the check page alone. */
export const signedText = ({ city, serial, digest }: Record<'city' | 'serial' | 'digest', string>): Buffer =>
  Buffer.from(`parvis-volunteering\n${city}\n${serial}\n${digest}`)
