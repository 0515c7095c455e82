import { z } from 'zod'
import { locales } from '../../../tenants/tenant'
import { cityRoles, commentStates, stances, voices } from '../rules'
import { type Order, orders, type Place } from './rules'

const names = Object.keys(orders) as [Order, ...Order[]]
const Parts = z.tuple([z.enum(names), z.number(), z.number(), z.uuid()])

type Query = Record<string, string | string[] | undefined>

/** What the address of a discussion asks for. Words it does not know are as if they were not there. */
export function readOrder({ tri, apres }: Query): { order: Order; after: Place | null } {
  const order = names.find((name) => orders[name] === tri) ?? 'balanced'
  const after = typeof apres === 'string' ? readPlace(apres) : null
  return { order, after: after?.order === order ? after : null }
}

export function writeOrder(order: Order, after: Place | null = null): string {
  const query = new URLSearchParams()
  if (order !== 'balanced') query.set('tri', orders[order])
  if (after) query.set('apres', writePlace(after))
  return query.size > 0 ? `?${query}` : ''
}

function writePlace({ order, first, second, id }: Place): string {
  return Buffer.from(JSON.stringify([order, first, second, id])).toString('base64url')
}

function readPlace(text: string): Place | null {
  if (text.length > 200) return null
  const parts = Parts.safeParse(parsed(text))
  if (!parts.success) return null
  const [order, first, second, id] = parts.data
  return { order, first, second, id }
}

const Mark = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()])
export type Mark = { at: string; id: string }

/** Where a program that reads every comment in the order of time has come to. */
export function writeMark({ at, id }: Mark): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url')
}

export function readMark(text: string): Mark | null {
  const mark = Mark.safeParse(parsed(text))
  return mark.success ? { at: mark.data[0], id: mark.data[1] } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}

export const CommentsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z
    .string()
    .max(200)
    .refine((text) => readMark(text) !== null, 'not_a_cursor')
    .describe('The `next` of the page before, as it was given.')
    .optional(),
})

const instant = z.iso.datetime()
const count = z.number().int().min(0)

export const CommentRecord = z.object({
  id: z.uuid(),
  url: z.url(),
  parent: z.uuid().nullable().describe('The comment it answers; there is one level of answers.'),
  voice: z
    .enum(voices)
    .describe('`city`: an answer of the city. `update`: news from the author of the idea.'),
  cityRole: z.enum(cityRoles).nullable(),
  stance: z.enum(stances),
  state: z.enum(commentStates),
  body: z.string().nullable().describe('Null for what is held, hidden or taken away.'),
  locale: z.enum(locales),
  author: z.string().nullable().describe('Null when the account is deleted, or under age.'),
  byIdeaAuthor: z.boolean(),
  at: instant,
  editedAt: instant.nullable(),
  useful: count,
  notUseful: count,
  importedUseful: count.describe('Brought from another platform; never part of `useful`.'),
  origin: z.string().nullable(),
})

export const CommentPage = z.object({
  comments: z.array(CommentRecord),
  count: count.describe('Comments that can be read, answers included.'),
  next: z.string().nullable().describe('Give it back as `cursor`; null on the last page.'),
})
