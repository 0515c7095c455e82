import 'server-only'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { activities, hourEntries, registrations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { holdHours, writeLine } from '../commands'
import { minutesOf } from '../rules'

/**
 * Whoever helped as a guest and has an account now has those hours as well, once for each date: they wait, as any others, for
 * whoever organises. The dates are held by whoever calls.
 */
export async function reckonAdopted(db: Db, personId: string, now: Date): Promise<void> {
  const known = sql`exists (select from ${hourEntries} line where line.occurrence_id = ${registrations.occurrenceId}
    and (line.person_id = ${personId}::uuid or line.registration_id = ${registrations.id}))`
  const helped = await db
    .selectDistinctOn([registrations.occurrenceId], { id: registrations.id })
    .from(registrations)
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .where(
      and(
        eq(registrations.personId, personId),
        eq(registrations.state, 'attended'),
        ne(activities.kind, 'event'),
        sql`not ${known}`,
      ),
    )
    .orderBy(asc(registrations.occurrenceId), asc(registrations.id))
  for (const { id } of helped) {
    const about = (await holdHours(db, id))!
    const by = { byRole: 'system', byId: about.row.checkedInById, now } as const
    await writeLine(db, about, { kind: 'auto', minutes: minutesOf(about.date), ...by })
  }
}
