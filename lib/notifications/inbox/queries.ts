import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { journal, notices } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { ideasAmong, type Occurrence } from '../../mail/occurrences/queries'
import { type NoticeCursor, noticesAtATime } from './rules'

export type ReadNotice = Occurrence & { readAt: Date | null; mailDueAt: Date | null; letterId: string | null }

/** What a person was told, newest first, a page at a time. */
export function listNotices(tenant: Tenant, personId: string, before: NoticeCursor | null) {
  return inTenant(tenant, async (db) => {
    const earlier =
      before &&
      sql`(${notices.at}, ${notices.eventId}) < (${before.at}::timestamptz, ${before.eventId}::uuid)`
    const rows = await db
      .select({
        reader: notices.reader,
        category: notices.category,
        readAt: notices.readAt,
        mailDueAt: notices.mailDueAt,
        letterId: notices.letterId,
        event: {
          id: journal.id,
          kind: journal.kind,
          at: notices.at,
          detail: journal.detail,
          aboutId: journal.aboutId,
        },
      })
      .from(notices)
      .innerJoin(journal, eq(journal.id, notices.eventId))
      .where(and(eq(notices.personId, personId), earlier ?? undefined))
      .orderBy(desc(notices.at), desc(notices.eventId))
      .limit(noticesAtATime + 1)
    const shown = rows.slice(0, noticesAtATime)
    const known = await ideasAmong(db, [...new Set(shown.map(({ event }) => event.aboutId))])
    const told: ReadNotice[] = shown.map(({ event, ...notice }) => ({
      ...event,
      ...notice,
      idea: known.get(event.aboutId) ?? null,
    }))
    return { told, hasMore: rows.length > noticesAtATime, unread: await unreadOf(db, personId) }
  })
}

async function unreadOf(
  db: Parameters<Parameters<typeof inTenant>[1]>[0],
  personId: string,
): Promise<number> {
  const [counted] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(notices)
    .where(and(eq(notices.personId, personId), sql`${notices.readAt} is null`))
  return counted!.count
}

/** One notice of one person; another's is not there. */
export function findNotice(tenant: Tenant, personId: string, eventId: string): Promise<Occurrence | null> {
  return inTenant(tenant, async (db) => {
    const [row] = await db
      .select({ reader: notices.reader, category: notices.category, event: journal })
      .from(notices)
      .innerJoin(journal, eq(journal.id, notices.eventId))
      .where(and(eq(notices.personId, personId), eq(notices.eventId, eventId)))
    if (!row) return null
    const { reader, category, event } = row
    const known = await ideasAmong(db, [event.aboutId])
    return { ...event, reader, category, idea: known.get(event.aboutId) ?? null }
  })
}
