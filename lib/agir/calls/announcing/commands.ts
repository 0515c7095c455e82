import 'server-only'
import { and, asc, eq, gt } from 'drizzle-orm'
import { callAnnouncements, callAnswers, calls } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import type { Acting } from '../../../people/rules'
import { announcementRefusal } from '../../announcements/rules'
import { mayCall } from '../desk/queries'
import type { CallAnnouncementRefusal } from './rules'

type City = { id: string }
type Announcing = { callId: string; body: string; person: Acting & { id: string }; now: Date }
const day = 86_400_000

/** Whoever asked tells those who come what has changed, each by one letter; no address is shown to anybody. Twice in a day at most. */
export function announceToComing(
  tenant: City,
  { callId, body, person, now }: Announcing,
): Promise<Outcome<{ id: string }, CallAnnouncementRefusal>> {
  return inTenant(tenant, async (db) => {
    const [call] = await db.select().from(calls).where(eq(calls.id, callId)).for('update')
    if (!call || !(await mayCall(db, person, call))) return refused('not_there')
    const coming = await comingTo(db, callId)
    const refusal = announcementRefusal({
      lately: await announcedLately(db, callId, now),
      registered: coming.length,
      isOver: call.expiresAt <= now,
    })
    if (refusal) return refused(refusal)
    const said = { callId, byId: person.id, body, at: now }
    const [added] = await db.insert(callAnnouncements).values(said).returning({ id: callAnnouncements.id })
    for (const { id, personId } of coming)
      await record(db, {
        ...{ kind: 'call_announced', aboutId: id, at: now, byId: person.id },
        ...{ byRole: 'city', visibility: 'internal' },
        detail: {
          ...{ tell: [personId], title: call.title, path: `/appels/reponse/${id}`, on: 'agir' },
          announcementId: added!.id,
        },
      })
    return done({ id: callId })
  })
}

function comingTo(db: Db, callId: string) {
  return db
    .select({ id: callAnswers.id, personId: callAnswers.personId })
    .from(callAnswers)
    .where(and(eq(callAnswers.callId, callId), eq(callAnswers.state, 'coming')))
    .orderBy(asc(callAnswers.id))
}

function announcedLately(db: Db, callId: string, now: Date): Promise<number> {
  const lately = gt(callAnnouncements.at, new Date(now.getTime() - day))
  return db.$count(callAnnouncements, and(eq(callAnnouncements.callId, callId), lately))
}
