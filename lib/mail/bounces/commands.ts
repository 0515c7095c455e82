import 'server-only'
import { eq } from 'drizzle-orm'
import { letters, people } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { markRefused } from '../outbox/commands'
import { type Bounce, isAboutMailbox } from './rules'

/** A letter that had left came back: it counts as failed, and a mailbox that is no more is left alone from now on. */
export async function takeBack(
  tenant: Tenant,
  { letterId, bounce, now }: { letterId: string; bounce: Bounce; now: Date },
): Promise<void> {
  const email = await inTenant(tenant, async (db) => {
    const lastError = `${bounce.status} ${bounce.reason}`.slice(0, 300)
    const [letter] = await db
      .update(letters)
      .set({ state: 'failed', endedAt: now, lastError })
      .where(eq(letters.id, letterId))
      .returning({ personId: letters.personId })
    if (!letter?.personId) return null
    const [person] = await db
      .select({ email: people.email })
      .from(people)
      .where(eq(people.id, letter.personId))
    return person?.email ?? null
  })
  if (email && isAboutMailbox(bounce)) await markRefused(tenant, email, bounce.reason, now)
}
