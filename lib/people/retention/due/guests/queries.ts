import 'server-only'
import { and, inArray, isNotNull, lt, ne, or, sql } from 'drizzle-orm'
import { guestRequests, occurrences, registrations } from '../../../../../drizzle/schema'
import type { Db } from '../../../../db'
import type { Due } from '../rules'

const aMonth = 30 * 86_400_000

/**
 * Who came without an account, and who agreed for a minor: forgotten once the date is well over. That somebody came stays,
 * without a name. A place that was asked for and never confirmed goes as soon as its link is dead.
 */
export function guestsDue(db: Db, before: Date): Due[] {
  const over = db
    .select({ id: occurrences.id })
    .from(occurrences)
    .where(and(lt(occurrences.endsAt, before), ne(occurrences.state, 'postponed')))
  const known = or(isNotNull(registrations.guestKey), isNotNull(registrations.guardianSealed))
  const dead = new Date(before.getTime() + aMonth)
  return [
    {
      from: registrations,
      where: and(inArray(registrations.occurrenceId, over), known)!,
      emptied: sql`note = case when guest_key is null then note end, guest_key = null, guest_sealed = null,
        guest_locale = null, guardian_sealed = null`,
    },
    { from: guestRequests, where: lt(guestRequests.expiresAt, dead) },
  ]
}
