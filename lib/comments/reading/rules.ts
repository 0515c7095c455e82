import type { CityRole, CommentState, Stance, Voice } from '../rules'

/** Each order a discussion may be read in, with its word in an address. */
export const orders = {
  balanced: 'equilibre',
  newest: 'recents',
  useful: 'utiles',
  city: 'reponses-de-la-ville',
} as const
export type Order = keyof typeof orders

/** What everyone may read of one comment. What is held, hidden or taken away keeps its place and says nothing. */
export type Comment = {
  id: string
  parentId: string | null
  voice: Voice
  cityRole: CityRole | null
  stance: Stance
  body: string
  locale: string
  state: CommentState
  at: Date
  editedAt: Date | null
  useful: number
  useless: number
  importedUseful: number
  origin: string | null
  author: string | null
  /** Under age: nobody but the city is told their name. */
  isByMinor: boolean
  isByAuthor: boolean
}
export type Thread = Comment & { replies: Comment[]; replyCount: number }

/** The place of one thread in an order. */
export type Place = { order: Order; first: number; second: number; id: string }

export const threadsAtOnce = 12
/** Under the idea itself, where there is more to read than what is said of it. */
export const threadsUnderIdea = 8
export const repliesShown = 3
export const repliesAtMost = 200
