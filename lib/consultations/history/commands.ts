import 'server-only'
import type { consultations } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { mirrorDelivery } from '../../ideas/examination/mirroring/commands'
import { stepOfEpisode } from '../../ideas/examination/mirroring/rules'
import { record } from '../../journal/commands'
import { changed } from '../../tenancy/freshness'
import { type Episode, sayingOf } from './rules'

type Row = Pick<
  typeof consultations.$inferSelect,
  'id' | 'title' | 'slug' | 'opensOn' | 'closesOn' | 'hour' | 'place' | 'reportDueOn'
>
type Happened = { byId: string | null; now: Date; detail?: Record<string, unknown> }

/**
 * Writes it down, in public but for what only reminds; whoever follows it is told by the journal's letters, and the ideas
 * that go on in it have come as far.
 */
export async function note(db: Db, kind: Episode, row: Row, { byId, now, detail }: Happened): Promise<void> {
  await record(db, {
    kind,
    aboutId: row.id,
    byId,
    byRole: byId ? 'city' : 'system',
    visibility: kind === 'consultation_closing' ? 'internal' : 'public',
    at: now,
    detail: { ...sayingOf(row), ...detail },
  })
  const step = stepOfEpisode[kind]
  if (step) await mirrorDelivery(db, `/consultations/${row.slug}`, { step, now })
  await changed(db, 'ideas')
}
