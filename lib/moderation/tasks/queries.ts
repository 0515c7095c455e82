import 'server-only'
import { eq } from 'drizzle-orm'
import { appeals, type tasks } from '../../../drizzle/schema'
import type { Db } from '../../db'

/** Who proposed to hide it, or decided what is appealed against: the rest of it is for others. */
export async function earlierReaders(
  db: Db,
  { matter }: Pick<typeof tasks.$inferSelect, 'matter'>,
): Promise<string[]> {
  const readers = { first: appeals.firstReaderId, second: appeals.secondReaderId }
  const [appealed] = matter?.appealId
    ? await db.select(readers).from(appeals).where(eq(appeals.id, matter.appealId))
    : []
  return [matter?.byId, appealed?.first, appealed?.second].filter((id) => typeof id === 'string')
}
