import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import { appeals, tasks } from '../../../drizzle/schema'
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

/** The same, as a condition on the tasks of a list. */
export function isReadBefore(byId: string): SQL<boolean> {
  return sql<boolean>`(coalesce(${tasks.matter} ->> 'byId' = ${byId}, false) or exists (
    select from ${appeals} where ${appeals.id}::text = ${tasks.matter} ->> 'appealId'
      and ${byId}::uuid in (${appeals.firstReaderId}, ${appeals.secondReaderId})))`
}
