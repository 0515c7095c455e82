import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { follows, ideas, journal, letters, people } from '../../drizzle/schema'
import type { Tenant } from '../../tenants/tenant'
import { inTenant } from '../db'
import { enqueue } from '../jobs/commands'
import { goesToFollowers, isEventLetter } from './rules'

/**
 * One letter for each person an event concerns, whatever number of times this is asked: the key is the event's and the
 * person's. Each leaves by a job of its own.
 */
export function writeLetters(tenant: Tenant, eventId: string): Promise<void> {
  return inTenant(tenant, async (db) => {
    const [event] = await db.select().from(journal).where(eq(journal.id, eventId))
    if (!event || !isEventLetter(event.kind)) return
    const detail = JSON.stringify({ ideaId: event.aboutId, eventId })
    const written = await db.execute<{ id: string }>(sql`
      insert into letters (key, kind, person_id, locale, detail)
      select ${eventId} || ':' || p.id, ${event.kind}, p.id, coalesce(p.locale, ${tenant.locales[0]!}), ${detail}::jsonb
      from ${people} p
      where p.deleted_at is null and p.wants_mail and p.email is not null
        and p.id in (${readers(event.aboutId, goesToFollowers(event.kind))})
      on conflict (tenant_id, key) do nothing returning id`)
    for (const { id } of written) await enqueue(db, 'letters.send', { letterId: id }, id)
  })
}

function readers(ideaId: string, withFollowers: boolean) {
  const author = sql`select author_id from ${ideas} where id = ${ideaId} and author_id is not null`
  return withFollowers
    ? sql`${author} union select person_id from ${follows} where idea_id = ${ideaId}`
    : author
}

type End = { state: 'sent' | 'failed' | 'dropped'; lastError?: string; now: Date }

/** The letter has left, or never will: the address it was for is no longer needed. */
export function closeLetter(tenant: Tenant, letterId: string, { state, lastError, now }: End): Promise<void> {
  return inTenant(tenant, async (db) => {
    const sentAt = state === 'sent' ? now : null
    await db
      .update(letters)
      .set({ state, lastError: lastError ?? null, sentAt, address: null })
      .where(and(eq(letters.id, letterId), eq(letters.state, 'waiting')))
  })
}

/** Why it has not left yet. It stays in line. */
export function noteFailure(tenant: Tenant, letterId: string, lastError: string): Promise<void> {
  return inTenant(tenant, async (db) => {
    await db.update(letters).set({ lastError }).where(eq(letters.id, letterId))
  })
}
