import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { journal } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { type Days, type Episode, episodes } from './rules'

export type PastEpisode = {
  id: string
  kind: Episode
  at: Date
  reason: string | null
  days: Days
  before: Days | null
}
const most = 100

/** Everything that was made public of a consultation, oldest first. */
export function listHistory(tenant: { id: string }, consultationId: string): Promise<PastEpisode[]> {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ id: journal.id, kind: journal.kind, at: journal.at, detail: journal.detail })
      .from(journal)
      .where(
        and(
          eq(journal.aboutId, consultationId),
          eq(journal.visibility, 'public'),
          inArray(journal.kind, [...episodes]),
        ),
      )
      .orderBy(asc(journal.at), asc(journal.id))
      .limit(most)
    return rows.map(({ id, kind, at, detail }) => {
      const {
        text = null,
        before = null,
        ...said
      } = detail as { text?: string; before?: Days } & Partial<Days>
      const { opensOn = null, closesOn = null, hour = null, place = null, reportDueOn = null } = said
      return {
        id,
        kind: kind as Episode,
        at,
        reason: text,
        days: { opensOn, closesOn, hour, place, reportDueOn },
        before,
      }
    })
  })
}
