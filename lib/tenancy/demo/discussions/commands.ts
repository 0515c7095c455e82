import 'server-only'
import { comments, commentVotes, journal } from '../../../../drizzle/schema'
import { discussions } from '../../../../tenants/discussions'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import type { Planted } from '../planting/rules'
import { plantedTalk } from './rules'

/** Lets the demo's people talk under the ideas that were planted. */
export async function plantDiscussions(
  db: Db,
  { tenant, people, now }: { tenant: Tenant; people: string[]; now: Date },
  planted: Planted[],
): Promise<void> {
  const locale = tenant.locales[0]!
  for (const discussion of discussions[tenant.id] ?? []) {
    const row = planted.find(({ row: { title } }) => title === discussion.idea)?.row
    if (!row?.publishedAt || !row.slug) continue
    const { id, slug, authorId = null, publishedAt } = row
    const talk = plantedTalk(discussion, { idea: { id, slug, authorId, publishedAt }, people, locale, now })
    await db.insert(comments).values(talk.rows)
    await db.insert(commentVotes).values(talk.votes)
    if (talk.entries.length > 0) await db.insert(journal).values(talk.entries)
  }
}
