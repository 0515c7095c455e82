import 'server-only'
import { randomBytes } from 'node:crypto'

/** Told in place of what differs from one reader to the next; no text that a person wrote can hold it. */
const secret = randomBytes(12).toString('hex')
export const blanks = { name: `${secret}name`, token: `${secret}token`, link: `${secret}link` } as const
type Blank = keyof typeof blanks
export type Filling = Record<Blank, string>

const names = Object.entries(blanks) as [Blank, string][]
const anyBlank = new RegExp(`(${names.map(([, mark]) => mark).join('|')})`)
const blankOf = new Map<string, Blank>(names.map(([name, mark]) => [mark, name]))

export type Template = { fill: (values: Filling) => string }

/** A text written once for many readers. */
export function templateOf(text: string, escape: (value: string) => string = (value) => value): Template {
  const pieces = text.split(anyBlank)
  return {
    fill: (values) =>
      pieces.map((piece) => (blankOf.has(piece) ? escape(values[blankOf.get(piece)!]) : piece)).join(''),
  }
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
