import 'server-only'
import { journal } from '../../drizzle/schema'
import type { Db } from '../db'
import { enqueue } from '../jobs/commands'
import type { Happening } from './rules'

export type Entry = {
  kind: Happening
  aboutId: string
  at: Date
  byId: string | null
  byRole: 'author' | 'moderator' | 'city' | 'system'
  visibility: 'public' | 'internal'
  detail?: Record<string, unknown>
}

/** Written in the transaction of the thing itself, so that neither exists without the other. Returns the entry's id. */
export async function record(db: Db, entry: Entry): Promise<string> {
  const [row] = await db.insert(journal).values(entry).returning({ id: journal.id })
  return row!.id
}

/** Records what happened and asks for the letters that tell of it: once for each entry, whoever reads it. */
export async function announce(db: Db, entry: Entry): Promise<void> {
  const eventId = await record(db, entry)
  await enqueue(db, 'letters.for_event', { eventId }, `letters:${eventId}`)
}
