import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import { journal, letters, notices, people, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { followedBehind } from '../../notifications/telling/reasons/queries'
import { quotesAmong } from '../quotes/queries'
import { ideasAmong, type Occurrence } from '../occurrences/queries'
import { type Stranger, strangersAmong } from '../registrants/queries'
import { keyOfMailbox } from './commands'

export type WaitingLetter = {
  letter: typeof letters.$inferSelect
  person: { id: string; name: string | null; email: string | null; wantsMail: boolean } | null
  /** Who reads it, where that is nobody's account. */
  stranger?: Stranger | null
  occurrences: Occurrence[]
  /** Why nothing is sent to this address any more. */
  refusal: string | null
}

/** Letters that were taken, who they are for as of now, and what they tell of, oldest first. */
export function listTaken(tenant: Tenant, ids: string[]): Promise<WaitingLetter[]> {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        letter: letters,
        person: { id: people.id, name: people.name, email: people.email, wantsMail: people.wantsMail },
      })
      .from(letters)
      .leftJoin(people, eq(people.id, letters.personId))
      .where(inArray(letters.id, ids))
      .orderBy(asc(letters.priority), asc(letters.queuedAt))
    const told = await occurrencesIn(db, ids)
    const strangers = await strangersAmong(
      db,
      tenant,
      rows.map(({ letter }) => letter),
    )
    const addressOf = ({ letter, person }: (typeof rows)[number]) =>
      person?.email ?? strangers.get(letter.id)?.email ?? null
    const refusals = await refusalsOf(db, tenant, rows.map(addressOf))
    return rows.map((row) => {
      const stranger = strangers.get(row.letter.id) ?? null
      const occurrences = stranger?.told ?? told.get(row.letter.id) ?? []
      return { ...row, stranger, occurrences, refusal: refusals.get(addressOf(row) ?? '') ?? null }
    })
  })
}

async function occurrencesIn(db: Db, letterIds: string[]): Promise<Map<string, Occurrence[]>> {
  const rows = await db
    .select({
      letterId: notices.letterId,
      reader: notices.reader,
      category: notices.category,
      event: {
        id: journal.id,
        kind: journal.kind,
        at: journal.at,
        detail: journal.detail,
        aboutId: journal.aboutId,
      },
    })
    .from(notices)
    .innerJoin(journal, eq(journal.id, notices.eventId))
    .where(inArray(notices.letterId, letterIds))
    .orderBy(asc(journal.at), asc(journal.id))
  const byInterest = rows.some(({ reader }) => reader === 'consulted' || reader === 'companions')
  const followed = byInterest ? await followedBehind(db, letterIds) : new Map<string, string>()
  const known = await ideasAmong(db, [...new Set(rows.map(({ event }) => event.aboutId))])
  const quotes = await quotesAmong(
    db,
    rows.map(({ event }) => event),
  )
  const told = new Map<string, Occurrence[]>()
  for (const { letterId, reader, category, event } of rows) {
    const interestId = followed.get(letterId!)
    const said = { idea: known.get(event.aboutId) ?? null, quote: quotes.get(event.id) ?? null }
    const occurrence = { ...event, reader, category, interestId, ...said }
    told.set(letterId!, [...(told.get(letterId!) ?? []), occurrence])
  }
  return told
}

async function refusalsOf(
  db: Db,
  tenant: Tenant,
  addresses: (string | null)[],
): Promise<Map<string, string>> {
  const keys = new Map(addresses.flatMap((one) => (one ? [[keyOfMailbox(tenant, one), one] as const] : [])))
  if (keys.size === 0) return new Map()
  const rows = await db
    .select()
    .from(refusedMailboxes)
    .where(inArray(refusedMailboxes.mailboxKey, [...keys.keys()]))
  return new Map(rows.map(({ mailboxKey, reason }) => [keys.get(mailboxKey)!, reason]))
}
