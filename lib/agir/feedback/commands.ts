import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { feedback } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { cameTo } from './queries'
import { type FeedbackRefusal, sayRefusal } from './rules'

type City = { id: string }
type Saying = { dateId: string; personId: string; rating: number | null; text: string; now: Date }

/** Whoever came says how it was, or says it otherwise. Only whoever organises reads it. */
export function giveFeedback(
  tenant: City,
  { dateId, personId, rating, text, now }: Saying,
): Promise<Outcome<{ dateId: string }, FeedbackRefusal>> {
  return inTenant(tenant, async (db) => {
    const came = await cameTo(db, dateId, personId)
    if (!came) return refused('not_there')
    const refusal = sayRefusal(came, now)
    if (refusal) return refused(refusal)
    if (rating === null && text === '') return refused('nothing_said')
    const { registrationId, activityId } = came
    const said = { rating, text, changedAt: now }
    await db
      .insert(feedback)
      .values({ ...said, registrationId, activityId, occurrenceId: dateId, personId, at: now })
      .onConflictDoUpdate({ target: [feedback.tenantId, feedback.registrationId], set: said })
    return done({ dateId })
  })
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
