import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { letters, people, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { enqueue } from '../../jobs/commands'
import { done, type Outcome, refused } from '../../outcome'
import { keyOfMailbox } from '../outbox/commands'

type Trying = { letterId?: string; now: Date }

/** One letter that failed, or all of them, go back in line, and their mailboxes are given another chance. */
export function tryAgain(
  tenant: Tenant,
  { letterId, now }: Trying,
): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const back = await db
      .update(letters)
      .set({ state: 'waiting', dueAt: now, endedAt: null, attempts: 0, takenUntil: null })
      .where(and(eq(letters.state, 'failed'), letterId ? eq(letters.id, letterId) : undefined))
      .returning({ personId: letters.personId })
    if (letterId && back.length === 0) return refused('not_there')
    await forgetRefusalsOf(
      db,
      tenant,
      back.flatMap(({ personId }) => personId ?? []),
    )
    await enqueue(db, 'letters.carry', {}, 'now')
    return done(undefined)
  })
}

async function forgetRefusalsOf(db: Db, tenant: Tenant, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const rows = await db.select({ email: people.email }).from(people).where(inArray(people.id, personIds))
  const keys = rows.flatMap(({ email }) => (email ? [keyOfMailbox(tenant, email)] : []))
  if (keys.length > 0) await db.delete(refusedMailboxes).where(inArray(refusedMailboxes.mailboxKey, keys))
}

/** It will not leave. Whoever it was for still reads it among their notices. */
export function dropLetter(
  tenant: Tenant,
  { letterId, now }: { letterId: string; now: Date },
): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const dropped = await db
      .update(letters)
      .set({ state: 'dropped', endedAt: now, address: null })
      .where(and(eq(letters.id, letterId), eq(letters.state, 'failed')))
      .returning({ id: letters.id })
    return dropped.length === 0 ? refused('not_there') : done(undefined)
  })
}
