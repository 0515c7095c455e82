import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db } from '../db'
import type { TaskName } from './rules'

/** Asks for work in the transaction that causes it. Neither exists without the other. */
export async function enqueue(
  db: Db,
  task: TaskName,
  payload: Record<string, unknown>,
  key?: string,
): Promise<void> {
  await db.execute(sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${key ?? null})`)
}
