import 'server-only'
import { lt, sql } from 'drizzle-orm'
import { calls, conversations, dateAnnouncements, registrationShares } from '../../../../../drizzle/schema'
import type { Due } from '../rules'

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`

/** What was said, once neither the last word nor the date it was about is recent; telephones, soon after the date. */
export function touchDue(limit: { messages: Date; phones: Date; calls: Date }) {
  const isRecent = sql`select from registrations r join occurrences o on o.id = r.occurrence_id
    where r.id = registration_id and o.ends_at >= ${instant(limit.messages)}`
  return {
    messages: [
      {
        from: conversations,
        where: sql`last_at < ${instant(limit.messages)} and not exists (${isRecent})`,
      },
      { from: dateAnnouncements, where: lt(dateAnnouncements.at, limit.messages) },
    ] satisfies Due[],
    calls: { from: calls, where: lt(calls.expiresAt, limit.calls) } satisfies Due,
    phones: {
      from: registrationShares,
      where: sql`phone_sealed is not null and exists (
        select from registrations r join occurrences o on o.id = r.occurrence_id
        where r.id = registration_id and o.ends_at < ${instant(limit.phones)})`,
      emptied: sql`phone_sealed = null`,
    } satisfies Due,
  }
}
