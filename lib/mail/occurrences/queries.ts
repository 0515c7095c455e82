import 'server-only'
import { inArray } from 'drizzle-orm'
import { ideas, type notices } from '../../../drizzle/schema'
import type { Db } from '../../db'

/** What a letter tells of: something that happened, and who its reader is to it. */
export type Occurrence = {
  id: string
  kind: string
  at: Date
  detail: unknown
  reader: (typeof notices.$inferSelect)['reader']
  category: (typeof notices.$inferSelect)['category']
  aboutId: string
  idea: ToldIdea | null
  /** What its reader follows, by which they were told. */
  interestId?: string
  /** What was said, where it may still be read. */
  quote?: string | null
}

/** As much of an idea as a letter says. */
const told = {
  id: ideas.id,
  authorId: ideas.authorId,
  slug: ideas.slug,
  title: ideas.title,
  publication: ideas.publication,
  threshold: ideas.threshold,
  supportCount: ideas.supportCount,
  deadlineAt: ideas.deadlineAt,
  refusalCode: ideas.refusalCode,
  refusalText: ideas.refusalText,
}
export type ToldIdea = Awaited<ReturnType<typeof ideasAmong>> extends Map<string, infer Idea> ? Idea : never

export async function ideasAmong(db: Db, ids: string[]) {
  const rows = ids.length === 0 ? [] : await db.select(told).from(ideas).where(inArray(ideas.id, ids))
  return new Map(rows.map((idea) => [idea.id, idea]))
}
