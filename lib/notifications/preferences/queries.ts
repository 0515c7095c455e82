import 'server-only'
import { eq } from 'drizzle-orm'
import { letterChoices, people, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { keyOfMailbox } from '../../mail/outbox/commands'
import { categories, type Category, type Frequency, usualFrequency } from '../rules'

/** How a person's letters come to them, and what their mailbox answered if it takes none. */
export function findLetterChoices(tenant: Tenant, personId: string) {
  return inTenant(tenant, async (db) => {
    const [person] = await db
      .select({ email: people.email, wantsMail: people.wantsMail })
      .from(people)
      .where(eq(people.id, personId))
    const chosen = await db.select().from(letterChoices).where(eq(letterChoices.personId, personId))
    const own = new Map(chosen.map(({ category, frequency }) => [category, frequency]))
    const frequencies = Object.fromEntries(
      categories.map((category) => [category, own.get(category) ?? usualFrequency[category]]),
    ) as Record<Category, Frequency>
    const key = person?.email ? keyOfMailbox(tenant, person.email) : ''
    const [refused] = await db.select().from(refusedMailboxes).where(eq(refusedMailboxes.mailboxKey, key))
    return { ...person!, frequencies, refused: refused ?? null }
  })
}
export type LettersChosen = Awaited<ReturnType<typeof findLetterChoices>>
