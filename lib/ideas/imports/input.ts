import { z } from 'zod'

export const importFormats = ['decidim-csv', 'cap-collectif-jsonl', 'csv'] as const
export type ImportFormat = (typeof importFormats)[number]

/** What somebody said for or against it there. */
export type FoundComment = {
  id: string
  body: string
  createdAt: string
  stance: 'for' | 'against'
  votes: number
  removed: boolean
}

/** One record of another platform, before anything in it is believed. */
export type Found = {
  id: string
  title: string
  body: string
  createdAt: string
  supports: string
  theme: string
  district: string
  address: string
  latitude: string
  longitude: string
  url: string
  removed: boolean
  comments: FoundComment[]
}

const cell = z.string().default('')
const row = z.record(z.string(), cell)

const nothing = {
  theme: '',
  district: '',
  address: '',
  latitude: '',
  longitude: '',
  url: '',
  removed: false,
  comments: [],
}

/** The proposals export of Decidim; since 0.28 texts and names have a column for each language. */
const Decidim = row.transform((cells): Found => ({
  ...nothing,
  id: cells['id'] ?? '',
  title: inAnyLanguage(cells, 'title'),
  body: inAnyLanguage(cells, 'body'),
  createdAt: cells['published_at'] || cells['created_at'] || '',
  supports: cells['votes'] || cells['proposal_votes_count'] || '0',
  theme: inAnyLanguage(cells, 'category/name'),
  district: inAnyLanguage(cells, 'scope/name'),
  address: cells['address'] ?? '',
  latitude: cells['latitude'] ?? '',
  longitude: cells['longitude'] ?? '',
  url: cells['url'] || cells['reference'] || '',
  removed: Boolean(cells['withdrawn_at']) || cells['state'] === 'withdrawn',
}))

/** A sheet made by hand: id, title, body, created_at, supports, and what is known of the place. */
const Sheet = row.transform((cells): Found => ({
  ...nothing,
  id: cells['id'] ?? '',
  title: cells['title'] ?? '',
  body: cells['body'] ?? '',
  createdAt: cells['created_at'] ?? '',
  supports: cells['supports'] || '0',
  theme: cells['theme'] ?? '',
  district: cells['district'] ?? '',
  address: cells['address'] ?? '',
  latitude: cells['latitude'] ?? '',
  longitude: cells['longitude'] ?? '',
  url: cells['url'] ?? '',
}))

/** Its arguments say which side they take by a number. */
const Argument = z
  .object({
    id: z.union([z.number().int(), z.string().min(1)]),
    body: z.string(),
    created_at: z.string(),
    type: z.union([z.literal(0), z.literal(1)]),
    votes_count: z.number().int().min(0).default(0),
    is_trashed: z.boolean().default(false),
  })
  .transform((argument): FoundComment => ({
    id: String(argument.id),
    body: argument.body,
    createdAt: argument.created_at,
    stance: argument.type === 1 ? 'for' : 'against',
    votes: argument.votes_count,
    removed: argument.is_trashed,
  }))

/** One opinion of Cap Collectif a line. Of its three kinds of vote, only « ok » is a support. */
const CapCollectif = z
  .object({
    opinion: z.object({
      id: z.union([z.number().int(), z.string().min(1)]),
      title: z.string(),
      body: z.string(),
      created_at: z.string(),
      votes_ok: z.number().int().min(0).default(0),
      is_trashed: z.boolean().default(false),
      arguments: z.array(Argument.nullable().catch(null)).default([]),
    }),
  })
  .transform(({ opinion }): Found => ({
    ...nothing,
    id: String(opinion.id),
    title: opinion.title,
    body: opinion.body,
    createdAt: opinion.created_at,
    supports: String(opinion.votes_ok),
    removed: opinion.is_trashed,
    comments: opinion.arguments.filter((argument) => argument !== null),
  }))

export const records: Record<ImportFormat, z.ZodType<Found>> = {
  'decidim-csv': Decidim,
  'cap-collectif-jsonl': CapCollectif,
  csv: Sheet,
}

function inAnyLanguage(cells: Record<string, string>, name: string): string {
  const translated = Object.entries(cells).filter(([key, text]) => key.startsWith(`${name}/`) && text !== '')
  return cells[name] || (translated[0]?.[1] ?? '')
}
