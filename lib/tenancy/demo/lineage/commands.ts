import 'server-only'
import { eq } from 'drizzle-orm'
import { ideas } from '../../../../drizzle/schema'
import type { DemoLives } from '../../../../tenants/lives'
import type { Db } from '../../../db'
import { record } from '../../../journal/commands'

type Row = typeof ideas.$inferSelect
type Read = (title: string) => Promise<Row>

/** A text that was made two of, and one that ran out and was tried again: each page leads to the other. */
export async function plantLineage(db: Db, { split, again }: DemoLives, read: Read): Promise<void> {
  const [whole, part] = [await read(split.whole), await read(split.part)]
  await follows(db, whole, part, { kind: 'split', set: { splitFromId: whole.id } })
  const [earlier, later] = [await read(again.earlier), await read(again.later)]
  await follows(db, earlier, later, { kind: 'relaunched', set: { previousId: earlier.id } })
}

type Link = { kind: 'split' | 'relaunched'; set: Pick<Partial<Row>, 'splitFromId' | 'previousId'> }

/** Both are one author's; the earlier says what came of it on the day the later could be read. */
async function follows(db: Db, earlier: Row, later: Row, { kind, set }: Link): Promise<void> {
  const { authorId } = earlier
  await db
    .update(ideas)
    .set({ ...set, authorId })
    .where(eq(ideas.id, later.id))
  const { id: ideaId, slug, title: other, publishedAt } = later
  const detail = { ideaId, slug, other, path: `/idees/${slug}` }
  const by = { byId: authorId, byRole: 'author', visibility: 'public' } as const
  await record(db, { kind, aboutId: earlier.id, at: publishedAt!, ...by, detail })
}
