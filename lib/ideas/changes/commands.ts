import 'server-only'
import { eq } from 'drizzle-orm'
import { ideas } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { record } from '../../journal/commands'
import type { Actor } from '../../journal/rules'
import { changed } from '../../tenancy/freshness'
import type { Axes, Change } from '../rules'
import { type IdeaChange, ideaChanges, mayBeMadeBy, nextStates } from './rules'

type Columns = Omit<Partial<typeof ideas.$inferInsert>, keyof Axes>
type Made = {
  byId: string | null
  byRole: Actor
  now: Date
  detail?: Record<string, unknown>
  /** What else of the row it decides. */
  set?: Columns
  /** Only when this once it is not the change's own. */
  visibility?: 'public' | 'internal'
}

/**
 * The one writer of an idea's states: the row, its event and the news that pages have changed, in one transaction. The
 * caller holds the idea's lock and has asked the rules; what the table does not allow throws. Returns the event's id.
 */
export async function applyChange(
  db: Db,
  idea: Axes & { id: string },
  change: IdeaChange,
  { byId, byRole, now, detail, set, visibility }: Made,
): Promise<string> {
  const { event, stamp, visibility: usual }: Change = ideaChanges[change]
  const states = nextStates(idea, change)
  if (!states)
    throw new Error(
      `${change}: not from ${idea.publication}, ${idea.collection}, ${idea.examination}, ${idea.delivery}`,
    )
  if (!mayBeMadeBy(change, byRole)) throw new Error(`${change}: not by ${byRole}`)
  const [row] = await db
    .update(ideas)
    .set({ ...states, ...(stamp && { [stamp]: now }), changedAt: now, ...set })
    .where(eq(ideas.id, idea.id))
    .returning({ epoch: ideas.epoch })
  const about = { aboutId: idea.id, epoch: row!.epoch, at: now, byId, byRole }
  const id = await record(db, { kind: event, ...about, visibility: visibility ?? usual, detail })
  await changed(db, `idea:${idea.id}`)
  await changed(db, 'ideas')
  return id
}
