import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { follows, interests, letterChoices, notices, people, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { silenceSearch } from '../../agir/searches/commands'
import { done, type Outcome } from '../../outcome'
import type { Stopping } from '../../mail/unsubscribe-token'
import { keyOfMailbox } from '../../mail/outbox/commands'
import { categories, type Category, type Frequency, usualFrequency } from '../rules'

type Choice = { personId: string; wantsMail: boolean; frequencies: Record<Category, Frequency> }

/** How often each kind of letter comes, from now on: what waits for its hour follows the new choice where it may. */
export function chooseLetters(
  tenant: Tenant,
  { personId, wantsMail, frequencies }: Choice,
): Promise<Outcome<undefined, never>> {
  return inTenant(tenant, async (db) => {
    await db.update(people).set({ wantsMail }).where(eq(people.id, personId))
    for (const category of categories) await choose(db, personId, category, frequencies[category])
    return done(undefined)
  })
}

async function choose(db: Db, personId: string, category: Category, frequency: Frequency): Promise<void> {
  await db
    .insert(letterChoices)
    .values({ personId, category, frequency })
    .onConflictDoUpdate({
      target: [letterChoices.tenantId, letterChoices.personId, letterChoices.category],
      set: { frequency },
    })
  if (frequency === 'never') await holdBack(db, personId, [category])
}

/** What was to leave by letter stays among the notices. */
async function holdBack(db: Db, personId: string, kinds: Category[]): Promise<void> {
  const waiting = and(
    eq(notices.personId, personId),
    inArray(notices.category, kinds),
    isNull(notices.letterId),
  )
  await db.update(notices).set({ mailDueAt: null, bundle: null }).where(waiting)
}

/** The next letter is tried; if the mailbox refuses it again, that is remembered again. */
export function tryMailboxAgain(tenant: Tenant, personId: string): Promise<Outcome<undefined, never>> {
  return inTenant(tenant, async (db) => {
    const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId))
    const key = person?.email ? keyOfMailbox(tenant, person.email) : ''
    await db.delete(refusedMailboxes).where(eq(refusedMailboxes.mailboxKey, key))
    return done(undefined)
  })
}

/** What the last line of a letter stops, and nothing more. */
export function stopLetters(tenant: { id: string }, stopping: Stopping): Promise<void> {
  const { personId } = stopping
  return inTenant(tenant, async (db) => {
    if (stopping.what === 'idea') {
      await db.delete(follows).where(and(eq(follows.ideaId, stopping.ideaId), eq(follows.personId, personId)))
    } else if (stopping.what === 'interest') {
      await db
        .delete(interests)
        .where(and(eq(interests.id, stopping.interestId), eq(interests.personId, personId)))
    } else if (stopping.what === 'search') {
      await silenceSearch(db, stopping)
    } else {
      const [person] = await db.select({ id: people.id }).from(people).where(eq(people.id, personId))
      const stopped =
        stopping.what === 'category' ? [stopping.category] : await gathered(db, personId, stopping.frequency)
      if (person) for (const category of stopped) await choose(db, personId, category, 'never')
    }
  })
}

/** The kinds of letters that come gathered by day, or by week. */
async function gathered(db: Db, personId: string, frequency: Frequency): Promise<Category[]> {
  const chosen = await db.select().from(letterChoices).where(eq(letterChoices.personId, personId))
  const own = new Map(chosen.map((choice) => [choice.category, choice.frequency]))
  return categories.filter((category) => (own.get(category) ?? usualFrequency[category]) === frequency)
}
