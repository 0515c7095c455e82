import 'server-only'
import { createHash } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { dataExports, occurrences, people, positions, registrations } from '../../../../drizzle/schema'
import { csvOf } from '../../../csv/rules'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { holdActivity } from '../../activities/organisers/queries'
import { unsealGuest } from '../links/queries'
import { listFields } from './rules'

type City = { id: string }
type Asking = { dateId: string; personId: string; reason: string; now: Date }

/**
 * Those who come to a date, as a file for whoever organises it. Who took it and why is written down with its digest before
 * it is handed over, where the city keeps every file of personal data.
 */
export function exportList(
  tenant: City,
  { dateId, personId, reason, now }: Asking,
): Promise<Outcome<{ csv: string; name: string }, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const [date] = await db.select().from(occurrences).where(eq(occurrences.id, dateId))
    const activity = date ? await holdActivity(db, date.activityId, personId) : null
    if (!activity || !date) return refused('not_there')
    const rows = await comersOf(db, tenant, dateId)
    const csv = csvOf(listFields, rows)
    const digest = createHash('sha256').update(csv).digest('hex')
    const asked = { askedById: personId, subject: 'registrants' as const, fields: [...listFields], reason }
    const taken = { askedAt: now, expiresAt: now, fetchedAt: now, rowCount: rows.length, digest }
    await db.insert(dataExports).values({ ...asked, ...taken })
    return done({ csv, name: `${activity.slug ?? activity.id}-${date.startsLocal.slice(0, 10)}.csv` })
  })
}

/** Only those whose place is sure; who asks or waits is nobody's list. */
async function comersOf(db: Db, tenant: City, dateId: string) {
  const sure = inArray(registrations.state, ['confirmed', 'attended', 'absent', 'excused'])
  const rows = await db
    .select({
      ...{ name: people.name, guest: registrations.guestSealed, party: registrations.partySize },
      ...{ position: positions.label, newcomer: registrations.isNewcomer },
      ...{ note: registrations.note, state: registrations.state },
    })
    .from(registrations)
    .innerJoin(positions, eq(positions.id, registrations.positionId))
    .leftJoin(people, eq(people.id, registrations.personId))
    .where(and(eq(registrations.occurrenceId, dateId), sure))
    .orderBy(asc(registrations.at), asc(registrations.id))
  return rows.map(({ guest, newcomer, ...row }) => {
    const said = {
      ...row,
      name: guest ? unsealGuest(tenant, guest).name : row.name,
      newcomer: newcomer ? 1 : 0,
    }
    return listFields.map((field) => said[field] ?? '')
  })
}
