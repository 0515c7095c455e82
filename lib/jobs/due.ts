import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import {
  calls,
  carrierInvitations,
  ideas,
  letters,
  messages,
  notices,
  settingsDrafts,
} from '../../drizzle/schema'
import { messageLimits } from '../agir/conversations/rules'
import { inTenant } from '../db'
import type { TaskName } from './rules'

/**
 * Whether there is anything at all to do in a city, for what is asked of every city each minute: most minutes, in most
 * cities, nothing has come due. One question by an index, instead of a job, its settings and its five transactions. It may
 * say yes for nothing; a no is true.
 */
const questions: Partial<Record<TaskName, (instant: SQL) => SQL>> = {
  'collection.tidy': (instant) => sql`
    exists (select from ${ideas} where publication = 'published' and collection = 'open'
      and deadline_at <= ${instant} - interval '60 seconds')
    or exists (select from ${ideas} where publication = 'published' and collection = 'reached' and held_count = 0)
    or exists (select from ${ideas} where publication = 'published' and watched_until > ${instant})
    or exists (select from ${ideas} where adoption_until <= ${instant})
    or exists (select from ${carrierInvitations} where expires_at <= ${instant})`,
  'letters.carry': (instant) => sql`
    exists (select from ${letters} where state = 'waiting' and due_at <= ${instant})
    or exists (select from ${notices} where letter_id is null and mail_due_at <= ${instant})`,
  'calls.ask': (instant) => sql`
    exists (select from ${calls} where closed_at is null and expires_at > ${instant} and seats_taken < seats)`,
  'conversations.tell': (instant) => sql`
    exists (select from ${messages} where told_at is null
      and at <= ${instant} - make_interval(mins => ${messageLimits.unreadMinutes}))`,
  'settings.publish_planned': (instant) => sql`
    exists (select from ${settingsDrafts} where status = 'scheduled' and publish_at <= ${instant})`,
}

export async function isDue(city: { id: string }, task: TaskName, now: Date): Promise<boolean> {
  const question = questions[task]
  if (!question) return true
  return inTenant(city, async (db) => {
    const [row] = await db.execute<{ due: boolean }>(
      sql`select ${question(sql`${now.toISOString()}::timestamptz`)} as due`,
    )
    return row!.due
  })
}
