import 'server-only'
import { journal } from '../../drizzle/schema'
import type { Db } from '../db'
import type { Actor, Happening } from './rules'

export type Entry = {
  kind: Happening
  aboutId: string
  /** Which of an idea's collections it belongs to: one that was annulled begins again as the next. */
  epoch?: number
  at: Date
  byId: string | null
  byRole: Actor
  visibility: 'public' | 'internal'
  detail?: Record<string, unknown>
}

/**
 * Written in the transaction of the thing itself, so that neither exists without the other. Whoever it concerns is told of
 * it, by the table of lib/mail/rules.ts. Returns the entry's id.
 */
export async function record(db: Db, entry: Entry): Promise<string> {
  const [row] = await db.insert(journal).values(entry).returning({ id: journal.id })
  return row!.id
}

/** Records what happened. The journal itself asks for the letters that tell of it. */
export async function announce(db: Db, entry: Entry): Promise<void> {
  await record(db, entry)
}
