import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { journal, people } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { isUnderAge, publicName, todayOf } from '../../people/names/queries'

export type Entry = Awaited<ReturnType<typeof listPublicEntries>>[number]

/** Who took it up, carried it with its author or left is part of its story; nobody else is named. */
const personal = ['seeking_carrier', 'adopted', 'co_carrier_joined', 'co_carrier_left'] as const

/** What happened to an idea that everyone may know, from the first day on. Never who the moderator was. */
export function listPublicEntries(db: Db, ideaId: string) {
  return db
    .select({
      id: journal.id,
      kind: journal.kind,
      at: journal.at,
      byRole: journal.byRole,
      detail: journal.detail,
      name: publicName,
      isByMinor: isUnderAge,
    })
    .from(journal)
    .leftJoin(
      people,
      and(
        eq(people.id, todayOf(journal.byId)),
        eq(journal.byRole, 'author'),
        inArray(journal.kind, [...personal]),
      ),
    )
    .where(and(eq(journal.aboutId, ideaId), eq(journal.visibility, 'public')))
    .orderBy(asc(journal.at), asc(journal.id))
    .limit(200)
}
