import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { comments, ideas } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import type { CommentArrival } from './rules'

type City = { id: string; locales: readonly string[] }
type Threads = { origin: string; threads: { ideaOriginId: string; said: CommentArrival[] }[] }
export type WrittenComments = { commentsAdded: number; commentsRecounted: number }

const atOnce = 500

/** Writes what was said elsewhere under the ideas that came with it. A second time only brings votes up to date. */
export function importComments(tenant: City, { origin, threads }: Threads): Promise<WrittenComments> {
  return inTenant(tenant, async (db) => {
    const ids = threads.map(({ ideaOriginId }) => ideaOriginId)
    const found = await db
      .select({ id: ideas.id, originId: ideas.originId })
      .from(ideas)
      .where(and(eq(ideas.origin, origin), inArray(ideas.originId, ids)))
    const ideaOf = new Map(found.map(({ id, originId }) => [originId, id]))
    const rows = threads.flatMap(({ ideaOriginId, said }) => {
      const ideaId = ideaOf.get(ideaOriginId)
      return ideaId ? said.map((one) => rowOf(one, { ideaId, origin, locale: tenant.locales[0]! })) : []
    })
    const written = { commentsAdded: 0, commentsRecounted: 0 }
    for (let from = 0; from < rows.length; from += atOnce) {
      const touched = await db
        .insert(comments)
        .values(rows.slice(from, from + atOnce))
        .onConflictDoUpdate({
          target: [comments.tenantId, comments.origin, comments.originId],
          set: { importedUsefulCount: sql`excluded.imported_useful_count` },
          setWhere: sql`comments.imported_useful_count <> excluded.imported_useful_count`,
        })
        .returning({ isNew: sql<boolean>`(xmax = 0)` })
      const added = touched.filter(({ isNew }) => isNew).length
      written.commentsAdded += added
      written.commentsRecounted += touched.length - added
    }
    return written
  })
}

/** What writing them would come to, without writing. */
export function foreseeComments(tenant: City, { origin, threads }: Threads): Promise<WrittenComments> {
  return inTenant(tenant, async (db) => {
    const votes = new Map(threads.flatMap(({ said }) => said.map((one) => [one.originId, one.votes])))
    const known = await db
      .select({ originId: comments.originId, votes: comments.importedUsefulCount })
      .from(comments)
      .where(and(eq(comments.origin, origin), inArray(comments.originId, [...votes.keys()])))
    const recounted = known.filter((one) => votes.get(one.originId ?? '') !== one.votes)
    return { commentsAdded: votes.size - known.length, commentsRecounted: recounted.length }
  })
}

type Place = { ideaId: string; origin: string; locale: string }

function rowOf({ originId, stance, body, at, votes }: CommentArrival, place: Place) {
  return { ...place, originId, stance, body, at, editableUntil: at, importedUsefulCount: votes }
}
