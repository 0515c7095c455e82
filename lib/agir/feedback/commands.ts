import 'server-only'
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { activities, feedback } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { cameTo } from './queries'
import { type FeedbackRefusal, sayRefusal } from './rules'

type City = { id: string }
type Came = NonNullable<Awaited<ReturnType<typeof cameTo>>>
type Access = 'yes' | 'no' | ''
type Saying = {
  dateId: string
  personId: string
  rating: number | null
  text: string
  access?: Access
  now: Date
}

/** Whoever came says how it was, or says it otherwise. Only whoever organises reads it. */
export function giveFeedback(
  tenant: City,
  { dateId, personId, rating, text, access = '', now }: Saying,
): Promise<Outcome<{ dateId: string }, FeedbackRefusal>> {
  return inTenant(tenant, async (db) => {
    const came = await cameTo(db, dateId, personId)
    if (!came) return refused('not_there')
    const refusal = sayRefusal(came, now)
    if (refusal) return refused(refusal)
    const hasWords = rating !== null || text !== ''
    if (!hasWords && !access) return refused('nothing_said')
    await judgeAccess(db, came, access)
    if (!hasWords) return done({ dateId })
    const { registrationId, activityId } = came
    const said = { rating, text, changedAt: now }
    await db
      .insert(feedback)
      .values({ ...said, registrationId, activityId, occurrenceId: dateId, personId, at: now })
      .onConflictDoUpdate({ target: [feedback.tenantId, feedback.registrationId], set: said })
    return done({ dateId })
  })
}

/** That the access is as it is told is shown with the day it was seen; where somebody saw otherwise, it is only told again. */
async function judgeAccess(db: Db, came: Came, access: Access): Promise<void> {
  if (!came.judgesAccess || !access) return
  const seenAt = access === 'yes' ? came.startsAt : null
  const isLater = or(isNull(activities.accessConfirmedAt), lte(activities.accessConfirmedAt, came.startsAt))
  const written = await db
    .update(activities)
    .set({ accessConfirmedAt: seenAt, accessConfirmedById: null })
    .where(and(eq(activities.id, came.activityId), isLater))
    .returning({ id: activities.id })
  if (written.length > 0) await changed(db, 'activities')
}

/** Whoever deletes their account: what they said stays with whoever organises, and names nobody. */
export async function leaveFeedback(db: Db, personId: string): Promise<void> {
  await db.update(feedback).set({ personId: null }).where(eq(feedback.personId, personId))
}

/** Thanks whoever came and was not thanked yet. Returns how many. */
export function thankComers(tenant: City, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [thanked] = await db.execute<{ count: number }>(
      sql`select app.thank_comers(${now.toISOString()}::timestamptz) as count`,
    )
    return thanked!.count
  })
}
