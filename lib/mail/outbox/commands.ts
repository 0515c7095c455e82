import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { letters, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { keyedHash } from '../../auth/sealing'
import { inTenant } from '../../db'
import { enqueue } from '../../jobs/commands'
import { mailbox } from '../address'
import { maskedAddress } from '../dead/rules'
import { waitAfter } from '../rules'

/** How long a worker may hold letters. One that was killed gives its own back by this going by. */
export const holdSeconds = 90

type Taking = { now: Date; most: number; only?: string }

/**
 * Takes letters that are due, what someone waits for first. Two workers never take the same one. The rows are written
 * where they were found: however little Postgres knows yet of a table that has just grown, it looks once.
 */
export function takeLetters(tenant: Tenant, { now, most, only }: Taking): Promise<string[]> {
  const instant = sql`${now.toISOString()}::timestamptz`
  return inTenant(tenant, async (db) => {
    const rows = await db.execute<{ id: string }>(sql`
      update ${letters} set taken_until = ${instant} + ${holdSeconds} * interval '1 second', attempts = attempts + 1
      where ctid = any(array(
        select ctid from ${letters}
        where state = 'waiting' and due_at <= ${instant} and (taken_until is null or taken_until <= ${instant})
          and ${only ? sql`id = ${only}` : sql`true`}
        order by priority, due_at limit ${most} for update skip locked))
      returning id`)
    return rows.map(({ id }) => id)
  })
}

/** What is left is for the next turn, which may be another worker's. */
export function askForTurn(tenant: Tenant): Promise<void> {
  return inTenant(tenant, (db) => enqueue(db, 'letters.carry', {}, 'now'))
}

/** They have left: the addresses they were for are no longer needed. They are found by name, however many wait. */
export function markSent(tenant: Tenant, ids: string[], now: Date): Promise<void> {
  return inTenant(tenant, async (db) => {
    const instant = sql`${now.toISOString()}::timestamptz`
    await db.execute(sql`
      update ${letters} set state = 'sent', sent_at = ${instant}, ended_at = ${instant}, last_error = null,
        address = null, taken_until = null
      where id = any(${sql.param(ids)}::uuid[]) and state = 'waiting'`)
  })
}

type End = { state: 'failed' | 'dropped'; lastError: string | null; now: Date }

/** It will not leave. One that was refused keeps its address until someone has looked at it. */
export function endLetter(tenant: Tenant, id: string, { state, lastError, now }: End): Promise<void> {
  return inTenant(tenant, async (db) => {
    const address = state === 'dropped' ? { address: null } : {}
    await db
      .update(letters)
      .set({ state, lastError, endedAt: now, takenUntil: null, ...address })
      .where(and(eq(letters.id, id), eq(letters.state, 'waiting')))
  })
}

type Delay = { lastError: string | null; now: Date; asIfNotTried?: boolean }

/** Not this time: each goes back in line, and waits longer after every try. After the last of them it has failed. */
export function putBack(
  tenant: Tenant,
  ids: string[],
  { lastError, now, asIfNotTried }: Delay,
): Promise<void> {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ id: letters.id, attempts: letters.attempts })
      .from(letters)
      .where(and(inArray(letters.id, ids), eq(letters.state, 'waiting')))
    for (const { id, attempts } of rows) {
      const minutes = asIfNotTried ? 0 : waitAfter(attempts)
      const change =
        minutes === null
          ? ({ state: 'failed', endedAt: now, lastError } as const)
          : { dueAt: later(now, minutes, id), lastError, attempts: attempts - (asIfNotTried ? 1 : 0) }
      await db
        .update(letters)
        .set({ ...change, takenUntil: null })
        .where(eq(letters.id, id))
    }
  })
}

/** Spread a little, by its own id, so that what waited together does not all come back in the same second. */
function later(now: Date, minutes: number, id: string): Date {
  const spread = (parseInt(id.slice(0, 2), 16) / 255) * 0.2
  return new Date(now.getTime() + minutes * 60_000 * (1 + spread))
}

/** The mailbox behind an address, as the city remembers that it takes nothing. */
export function keyOfMailbox(tenant: { id: string }, address: string): string {
  return keyedHash('refused-mailbox', tenant.id, mailbox(address))
}

export function markRefused(tenant: Tenant, address: string, reason: string, now: Date): Promise<void> {
  return inTenant(tenant, async (db) => {
    const said = { reason: reason.slice(0, 300), masked: maskedAddress(address), at: now }
    await db
      .insert(refusedMailboxes)
      .values({ mailboxKey: keyOfMailbox(tenant, address), ...said })
      .onConflictDoUpdate({ target: [refusedMailboxes.tenantId, refusedMailboxes.mailboxKey], set: said })
  })
}

/** A letter arrived after all, or the person says that it would. */
export function forgetRefusal(tenant: Tenant, address: string): Promise<void> {
  return inTenant(tenant, async (db) => {
    await db.delete(refusedMailboxes).where(eq(refusedMailboxes.mailboxKey, keyOfMailbox(tenant, address)))
  })
}
