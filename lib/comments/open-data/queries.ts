import 'server-only'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { comments } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import type { Mark } from '../reading/input'
import { selectComments } from '../threads/queries'

type City = { id: string }

/** Every comment of an idea in the order of time, so many at once. What cannot be read is said to be there. */
export function listComments(
  tenant: City,
  { ideaId, after, limit }: { ideaId: string; after: Mark | null; limit: number },
) {
  return inTenant(tenant, async (db) => {
    const isOfIdea = eq(comments.ideaId, ideaId)
    const later =
      after && sql`(${comments.at}, ${comments.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`
    const found = await db
      .select({ id: comments.id, at: exactly })
      .from(comments)
      .where(and(isOfIdea, later ?? undefined))
      .orderBy(comments.at, comments.id)
      .limit(limit + 1)
    const shown = found.slice(0, limit)
    const ids = shown.map(({ id }) => id)
    const records = ids.length > 0 ? await selectComments(db, inArray(comments.id, ids)) : []
    const count = await db.$count(comments, and(isOfIdea, eq(comments.state, 'visible')))
    return { records, count, after: found.length > limit ? shown.at(-1)! : null }
  })
}

/** To the microsecond: a millisecond holds several. */
const exactly: SQL<string> = sql<string>`to_char(${comments.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** What was said last, for those who follow a discussion by a feed. */
export function listLatestComments(tenant: City, ideaId: string) {
  return inTenant(tenant, async (db) => {
    const latest = await db
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.ideaId, ideaId), eq(comments.state, 'visible')))
      .orderBy(desc(comments.at), desc(comments.id))
      .limit(30)
    if (latest.length === 0) return []
    const records = await selectComments(
      db,
      inArray(
        comments.id,
        latest.map(({ id }) => id),
      ),
    )
    return records.reverse()
  })
}
