import 'server-only'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { dateAnnouncements, occurrences, registrations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { holdDate } from '../dates/commands'
import { announcementRefusal, type AnnouncementRefusal, type Reach } from './rules'

type City = { id: string }
type Announcing = { dateId: string; reach: Reach; body: string; personId: string; now: Date }
const day = 86_400_000

/** Whoever organises tells those who come, here and by one letter each: twice in a day at most for one activity. */
export function announceToRegistrants(
  tenant: City,
  { reach, body, ...act }: Announcing,
): Promise<Outcome<{ activityId: string; dateId: string }, AnnouncementRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const { activity, date } = held
    const { now, personId } = act
    const refusal = announcementRefusal({
      lately: await announcedLately(db, activity.id, now),
      registered: await countComing(db, {
        activityId: activity.id,
        dateId: reach === 'date' ? date.id : null,
        now,
      }),
      isOver: date.state === 'cancelled' || date.endsAt <= now,
    })
    if (refusal) return refused(refusal)

    const occurrenceId = reach === 'date' ? date.id : null
    const said = { activityId: activity.id, occurrenceId, byId: personId, body, at: now }
    const [added] = await db.insert(dateAnnouncements).values(said).returning({ id: dateAnnouncements.id })
    const path = occurrenceId ? `/mes-inscriptions/dates/${occurrenceId}` : '/mes-inscriptions'
    await record(db, {
      ...{ kind: 'date_announced', aboutId: occurrenceId ?? activity.id, at: now },
      ...{ byId: personId, byRole: 'author', visibility: 'internal' },
      detail: { announcementId: added!.id, title: activity.title, path, on: 'agir', onlyIf: 'confirmed' },
    })
    return done({ activityId: activity.id, dateId: date.id })
  })
}

function announcedLately(db: Db, activityId: string, now: Date): Promise<number> {
  const lately = gt(dateAnnouncements.at, new Date(now.getTime() - day))
  return db.$count(dateAnnouncements, and(eq(dateAnnouncements.activityId, activityId), lately))
}

type Where = { activityId: string; dateId: string | null; now: Date }

/** Those who would read it: who is confirmed there, or at any date that is not over. */
function countComing(db: Db, { activityId, dateId, now }: Where): Promise<number> {
  const coming = db
    .select({ id: occurrences.id })
    .from(occurrences)
    .where(and(eq(occurrences.activityId, activityId), gt(occurrences.endsAt, now)))
  const there = dateId ? eq(registrations.occurrenceId, dateId) : inArray(registrations.occurrenceId, coming)
  return db.$count(
    registrations,
    and(
      there,
      eq(registrations.state, 'confirmed'),
      sql`coalesce(person_id::text, guest_sealed) is not null`,
    ),
  )
}
