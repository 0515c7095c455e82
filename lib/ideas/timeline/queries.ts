import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { journal } from '../../../drizzle/schema'
import type { Db } from '../../db'

export type Entry = Awaited<ReturnType<typeof listPublicEntries>>[number]

/** What happened to an idea that everyone may know, from the first day on. Never who the moderator was. */
export function listPublicEntries(db: Db, ideaId: string) {
  return db
    .select({
      id: journal.id,
      kind: journal.kind,
      at: journal.at,
      byRole: journal.byRole,
      detail: journal.detail,
    })
    .from(journal)
    .where(and(eq(journal.aboutId, ideaId), eq(journal.visibility, 'public')))
    .orderBy(asc(journal.at), asc(journal.id))
    .limit(200)
}
