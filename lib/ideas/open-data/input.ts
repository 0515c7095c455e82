import { z } from 'zod'
import { locales } from '../../../tenants/tenant'
import { readCursor, wordsIn } from '../listing/input'
import { type Filters, type Sort } from '../listing/rules'
import { actors } from '../../journal/rules'
import { collections, deliveries, examinations, publications, shelves } from '../rules'

const sorts = ['closing', 'new', 'supported', 'random', 'relevance'] as const satisfies Sort[]
const several = (name: string) =>
  z
    .string()
    .max(400)
    .regex(/^\P{C}*$/u)
    .describe(`One ${name} or several, separated by commas.`)
    .transform((text) => text.split(',').filter(Boolean))
    .optional()

export const ListQuery = z
  .object({
    q: z.string().max(100).describe('Words to search, accents and typing mistakes allowed.').optional(),
    theme: several('theme'),
    district: several('district code'),
    state: z
      .string()
      .max(400)
      .describe(`One state or several, separated by commas: ${shelves.join(', ')}.`)
      .transform((text) => text.split(',').filter(Boolean))
      .pipe(z.array(z.enum(shelves)))
      .optional(),
    sort: z.enum(sorts).default('closing').describe('`random` is the same for everyone on one day.'),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(200).describe('The `next` of the page before, as it was given.').optional(),
  })
  .refine(({ sort, q }) => sort !== 'relevance' || Boolean(q), { path: ['sort'], error: 'relevance_needs_q' })
  .refine(({ cursor, sort }) => cursor === undefined || readCursor(cursor, sort) !== null, {
    path: ['cursor'],
    error: 'not_a_cursor_of_this_order',
  })

/** The same list as on the page, asked for by a program. */
export function filtersOf(query: z.output<typeof ListQuery>, seed: number): Filters {
  const cursor = query.cursor ? readCursor(query.cursor, query.sort) : null
  const words = wordsIn(query.q ?? '')
  return {
    words: /[\p{L}\p{N}]/u.test(words) ? words : null,
    themes: query.theme ?? [],
    districts: query.district ?? [],
    shelves: query.state ?? [],
    near: null,
    sort: query.sort,
    seed: cursor?.seed ?? seed,
    cursor,
  }
}

const instant = z.iso.datetime()
const count = z.number().int().min(0)

export const IdeaSummary = z.object({
  id: z.uuid(),
  url: z.url(),
  title: z.string(),
  locale: z.enum(locales),
  theme: z.string().nullable(),
  district: z.string().nullable(),
  secondDistrict: z.string().nullable().describe('The other one, when it is between two.'),
  point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  state: z.enum(shelves).nullable().describe('Where the list of the site shows it.'),
  publication: z.enum(publications),
  collection: z.enum(collections),
  examination: z.enum(examinations),
  delivery: z.enum(deliveries),
  publishedAt: instant.nullable(),
  deadlineAt: instant.nullable().describe('Exclusive: a support at this instant is too late.'),
  reachedAt: instant.nullable(),
  threshold: count.nullable(),
  supports: count.describe('Counted here, one for each person.'),
  importedSupports: count.describe('Brought from another platform; never part of `supports`.'),
})

export const Idea = IdeaSummary.extend({
  body: z.string(),
  author: z.string().nullable(),
  address: z.string().nullable(),
  heldSupports: count.describe('Under check, not counted.'),
  countAtThreshold: count.nullable(),
  certifiedAt: instant.nullable(),
  expiredAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  refusedAt: instant.nullable(),
  refusalCode: z.string().nullable(),
  ruleVersion: z.number().int().nullable().describe('The rules it was published under: /api/v1/rules.'),
  timeZone: z.string().nullable(),
  origin: z.string().nullable(),
  images: z.array(z.object({ url: z.url(), alt: z.string(), width: count, height: count })),
  addenda: z.array(z.object({ body: z.string(), at: instant })),
  texts: z.array(z.object({ version: z.number().int(), sha256: z.string(), at: instant })),
  events: z.array(z.object({ kind: z.string(), at: instant, by: z.enum(actors) })),
})

export const IdeaPage = z.object({
  ideas: z.array(IdeaSummary),
  count: z
    .object({ value: count, atLeast: z.boolean() })
    .nullable()
    .describe(
      '`atLeast`: there are more than `value`. Null when a common word and a filter were asked: not counted.',
    ),
  next: z.string().nullable().describe('Give it back as `cursor`; null on the last page.'),
})
