import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import {
  activities,
  guestRequests,
  journal,
  type letters,
  occurrences,
  people,
  registrations,
} from '../../../drizzle/schema'
import type { Db } from '../../db'
import { linkTo, unsealAddress, unsealGuest, type Wish } from '../../agir/registrations/links/queries'
import type { Occurrence } from '../occurrences/queries'
import { quotesAmong } from '../quotes/queries'

/**
 * Somebody without an account whom a letter is for: their address is opened only while it leaves, and what its button opens
 * is theirs alone.
 */
export type Stranger = {
  email: string
  name: string | null
  link: string
  told: Occurrence[]
  about: { title: string; startsAt: Date; zone: string; who: string } | null
}

type City = { id: string }
type Letter = typeof letters.$inferSelect
type Detail = { guestRequestId?: string; registrationId?: string; events?: string[] }
const strangerKinds = ['guest_confirm', 'guest_notice', 'guardian_consent']

/** Those of these letters that are for no account; one whose reader was forgotten since is not among them. */
export async function strangersAmong(db: Db, tenant: City, all: Letter[]): Promise<Map<string, Stranger>> {
  const found = new Map<string, Stranger>()
  for (const letter of all.filter(({ kind }) => strangerKinds.includes(kind))) {
    const stranger = await strangerOf(db, tenant, letter)
    if (stranger) found.set(letter.id, stranger)
  }
  return found
}

function strangerOf(db: Db, tenant: City, { kind, detail }: Letter): Promise<Stranger | null> {
  const { guestRequestId, registrationId, events } = detail as Detail
  if (kind === 'guest_confirm') return whoAsks(db, tenant, guestRequestId ?? '')
  return kind === 'guest_notice'
    ? whoComes(db, tenant, registrationId ?? '', events ?? [])
    : whoAnswersFor(db, tenant, registrationId ?? '')
}

async function whoAsks(db: Db, tenant: City, id: string): Promise<Stranger | null> {
  const [asked] = await db
    .select({ sealed: guestRequests.sealed, ...what })
    .from(guestRequests)
    .innerJoin(occurrences, eq(occurrences.id, guestRequests.occurrenceId))
    .innerJoin(activities, eq(activities.id, occurrences.activityId))
    .where(eq(guestRequests.id, id))
  if (!asked?.sealed) return null
  const { sealed, ...about } = asked
  const { email } = unsealGuest<Wish>(tenant, sealed)
  const link = linkTo(tenant, 'guest-request', id)
  return { email, name: null, link, told: [], about: { ...about, who: '' } }
}

async function whoComes(db: Db, tenant: City, id: string, events: string[]): Promise<Stranger | null> {
  const [held] = await db
    .select({ sealed: registrations.guestSealed })
    .from(registrations)
    .where(eq(registrations.id, id))
  if (!held?.sealed) return null
  const { email, name } = unsealGuest(tenant, held.sealed)
  const link = linkTo(tenant, 'guest-registration', id)
  return { email, name, link, told: await eventsNamed(db, events), about: null }
}

async function whoAnswersFor(db: Db, tenant: City, id: string): Promise<Stranger | null> {
  const [asked] = await db
    .select({
      ...{ sealed: registrations.guardianSealed, guest: registrations.guestSealed, name: people.name },
      state: registrations.state,
      ...what,
    })
    .from(registrations)
    .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .leftJoin(people, eq(people.id, registrations.personId))
    .where(eq(registrations.id, id))
  if (!asked?.sealed || asked.state !== 'needs_guardian') return null
  const { sealed, guest, name, state: _state, ...about } = asked
  const who = guest ? unsealGuest(tenant, guest).name : (name ?? '')
  const email = unsealAddress(tenant, sealed)
  return { email, name: null, link: linkTo(tenant, 'guardian', id), told: [], about: { ...about, who } }
}

const what = { title: activities.title, startsAt: occurrences.startsAt, zone: occurrences.zone }

async function eventsNamed(db: Db, ids: string[]): Promise<Occurrence[]> {
  const rows = await db
    .select({
      ...{ id: journal.id, kind: journal.kind, at: journal.at, detail: journal.detail },
      aboutId: journal.aboutId,
    })
    .from(journal)
    .where(inArray(journal.id, ids))
    .orderBy(asc(journal.at), asc(journal.id))
  const quotes = await quotesAmong(db, rows)
  const as = { reader: 'registered', category: 'my_items', idea: null } as const
  return rows.map((row) => ({ ...row, ...as, quote: quotes.get(row.id) ?? null }))
}
