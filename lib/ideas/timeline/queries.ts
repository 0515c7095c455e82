import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { journal, news, people } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { isUnderAge, publicName, todayOf } from '../../people/names/queries'

export type Entry = Awaited<ReturnType<typeof listPublicEntries>>[number]

/** Who took it up, carried it with its author or left is part of its story; nobody else is named. */
const personal = ['seeking_carrier', 'adopted', 'co_carrier_joined', 'co_carrier_left'] as const

/** What those who helped told of it is there as long as it is in view. */
const isStillTold = sql`(${journal.kind} <> 'mission_reported' or exists (
  select from ${news} told where told.id = (${journal.detail} ->> 'newsId')::uuid and told.state = 'published'))`

/** What happened to an idea that everyone may know, from the first day on. Never who the moderator was. */
export function listPublicEntries(db: Db, ideaId: string) {
  return db
    .select({
      id: journal.id,
      kind: journal.kind,
      at: journal.at,
      byRole: journal.byRole,
      detail: sql<unknown>`${journal.detail} || coalesce((select jsonb_build_object('title', told.title) from ${news} told
        where ${journal.kind} = 'mission_reported' and told.id = (${journal.detail} ->> 'newsId')::uuid), '{}')`,
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
    .where(and(eq(journal.aboutId, ideaId), eq(journal.visibility, 'public'), isStillTold))
    .orderBy(asc(journal.at), asc(journal.id))
    .limit(200)
}
