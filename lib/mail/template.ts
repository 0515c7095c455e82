import 'server-only'
import { randomBytes } from 'node:crypto'
import { encode, wrap } from 'nodemailer/lib/qp/index.js'

/** Told in place of what differs from one reader to the next; no text that a person wrote can hold it. */
const secret = randomBytes(12).toString('hex')
export const blanks = { name: `${secret}name`, token: `${secret}token`, link: `${secret}link` } as const
type Blank = keyof typeof blanks
export type Filling = Record<Blank, string>

const names = Object.entries(blanks) as [Blank, string][]
const anyBlank = new RegExp(`(${names.map(([, mark]) => mark).join('|')})`)
const blankOf = new Map<string, Blank>(names.map(([name, mark]) => [mark, name]))

export type Template = {
  fill: (values: Filling) => string
  /** The same, as it goes over the wire: only what differs is encoded again. */
  quoted: (values: Filling) => string
}

/** A text written once for many readers. */
export function templateOf(text: string, escape: (value: string) => string = (value) => value): Template {
  const pieces = text.split(anyBlank)
  const encoded = pieces.map((piece) => (blankOf.has(piece) ? piece : quotedPrintable(piece)))
  const valueOf = (values: Filling, piece: string) => escape(values[blankOf.get(piece)!])
  const filled = (values: Filling, among: string[], written: (value: string) => string) =>
    among.map((piece) => (blankOf.has(piece) ? written(valueOf(values, piece)) : piece))
  return {
    fill: (values) => filled(values, pieces, (value) => value).join(''),
    quoted: (values) => filled(values, encoded, quotedPrintable).join(goesOn),
  }
}

/** The line goes on in the next one. */
const goesOn = '=\r\n'

export function quotedPrintable(text: string): string {
  return wrap(encode(text.replace(/\r?\n/g, '\r\n')), 75)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

export function asHtml(value: string): string {
  return value.replace(/[&<>"']/g, (letter) => entities[letter]!)
}
