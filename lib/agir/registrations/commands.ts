import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { people, registrations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { forgetHours } from '../hours/commands'
import { secondsToWait } from '../../auth/rate-limits'
import { mailbox } from '../../mail/address'
import { adoptOwn } from './adopting/commands'
import { askForSeats } from './desk/commands'
import { revoke } from './feeds/commands'
import { guestLimits } from './guests/rules'
import { sealAddress } from './links/queries'
import { isAlive } from './queries'
import {
  activeStates,
  type Ender,
  type Move,
  type MoveRefusal,
  moveRefusals,
  type RegistrationState,
  type SeatAnswer,
} from './rules'

type City = { id: string }
type Moving = { registrationId: string; act: Move; by: Ender; reason?: string; now: Date }
export type Moved = Outcome<{ state: RegistrationState }, MoveRefusal>

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`
const ids = (all: readonly string[]) => sql`${`{${all.join(',')}}`}::text::uuid[]`

type Wish = {
  sessionId: string
  personId: string
  seat: readonly [date: string, position: string]
  party: number
  note: string
  born?: number
  /** Who has to agree for a minor. */
  guardian?: string
  anyway: boolean
  request?: string
  now: Date
}

/** Asks for a seat in one's own name. What comes of it is decided with everyone else who is asking. */
export async function register(
  tenant: City,
  { seat, sessionId, personId, guardian, now, ...wish }: Wish,
): Promise<SeatAnswer> {
  const [date, position] = seat
  const who = { session: sessionId, person: personId, request: wish.request ?? randomUUID() }
  const refusal = guardian ? await guardianRefusal(tenant, personId, guardian) : null
  if (refusal) return refused(refusal)
  const asked = guardian && { guardian: sealAddress(tenant, guardian) }
  const answer = await askForSeats(tenant, { date, position, ...wish, ...who, ...asked }, now)
  if (answer !== 'signed_out' && answer.ok && answer.value.repeated) await adoptOwn(tenant, { personId, now })
  return answer
}

/** Nobody answers for themselves, and no mailbox is written to by whoever invents minors. */
async function guardianRefusal(tenant: City, personId: string, guardian: string) {
  const [own] = await inTenant(tenant, (db) =>
    db.select({ email: people.email }).from(people).where(eq(people.id, personId)),
  )
  if (own?.email && mailbox(own.email) === mailbox(guardian)) return 'own_guardian'
  const wait = await secondsToWait(tenant, 'guest-to', mailbox(guardian), guestLimits.lettersToOneAddress)
  return wait ? 'too_many' : null
}

type OwnMove = { registrationId: string; personId: string; act: 'accept' | 'reconfirm' | 'cancel'; now: Date }

/** One's own registration: another's is not there. */
export function moveOwn(tenant: City, move: OwnMove): Promise<Moved> {
  return inTenant(tenant, (db) => moveHeld(db, move))
}

type Accepting = { registrationId: string; sessionId: string; personId: string; now: Date }

/** A place offered to whoever is signed in, taken from outside a page: whether the session lives is asked first. */
export function acceptSignedIn(
  tenant: City,
  { sessionId, ...asked }: Accepting,
): Promise<Moved | 'signed_out'> {
  return inTenant(tenant, async (db) =>
    (await isAlive(db, { ...asked, sessionId })) ? moveHeld(db, { ...asked, act: 'accept' }) : 'signed_out',
  )
}

async function moveHeld(db: Db, { registrationId, personId, act, now }: OwnMove): Promise<Moved> {
  const mine = and(eq(registrations.id, registrationId), eq(registrations.personId, personId))
  if ((await db.$count(registrations, mine)) === 0) return refused('not_there')
  return moveRegistration(db, { registrationId, act, by: 'participant', now })
}

/** One registration goes on, or ends. Who may ask for it is asked before. */
export async function moveRegistration(
  db: Db,
  { registrationId, act, by, reason, now }: Moving,
): Promise<Moved> {
  const [said] = await db.execute<{ verdict: string; state: RegistrationState }>(sql`
    select verdict, state from app.move_registration(
      ${registrationId}::uuid, ${act}::text, ${by}::text, ${reason ?? null}::text, ${instant(now)})`)
  if (said?.verdict === 'done') return done({ state: said.state })
  return refused(moveRefusals.find((one) => one === said?.verdict) ?? 'not_there')
}

/** Whoever deletes their account gives up the seats they have; that somebody came to what is over stays, without a name. */
export async function leaveDates(db: Db, personId: string, now: Date): Promise<void> {
  await revoke(db, personId, now)
  const mine = eq(registrations.personId, personId)
  const held = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(mine, inArray(registrations.state, activeStates)))
    .orderBy(registrations.occurrenceId)
  for (const { id } of held)
    await moveRegistration(db, { registrationId: id, act: 'cancel', by: 'participant', now })
  const forgotten = { personId: null, note: null, reason: null, guardianSealed: null }
  await db.update(registrations).set(forgotten).where(mine)
  await forgetHours(db, personId)
}

type Ending = { occurrenceIds: readonly string[]; by?: Ender; reason: string; now: Date }

/** These dates do not take place: nobody is registered for them any more. Returns how many were. */
export async function endRegistrationsOf(
  db: Db,
  { occurrenceIds, by = 'organiser', reason, now }: Ending,
): Promise<number> {
  const [ended] = await db.execute<{ count: number }>(sql`
    select cardinality(app.end_registrations(${ids(occurrenceIds)}, ${by}::text, ${reason}::text, ${instant(now)})) as count`)
  return ended!.count
}

type Seats = {
  positionId: string
  capacity: number | null
  newcomerSeats: number
  hasWaitlist: boolean
  now: Date
}

/** How many seats there are from now on. Whoever has one keeps it. */
export async function setSeats(
  db: Db,
  { positionId, capacity, newcomerSeats, hasWaitlist, now }: Seats,
): Promise<Outcome<undefined, 'not_there'>> {
  const [said] = await db.execute<{ verdict: string }>(sql`
    select app.set_seats(
      ${positionId}::uuid, ${capacity}::int, ${newcomerSeats}::int, ${hasWaitlist}::boolean, ${instant(now)}) as verdict`)
  return said?.verdict === 'done' ? done(undefined) : refused('not_there')
}

/** A date that was put off has a new time: whoever was to come says again that they do. The date is held by whoever calls. */
export async function askAgain(db: Db, { dateId, now }: { dateId: string; now: Date }): Promise<void> {
  await db.execute(sql`select app.ask_again(${dateId}::uuid, ${instant(now)})`)
}

/** What the city has hidden for two days is over for those who were to come. Returns how many registrations ended. */
export function endWithdrawn(tenant: City, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [ended] = await db.execute<{ count: number }>(
      sql`select app.end_withdrawn(${instant(now)}) as count`,
    )
    return ended!.count
  })
}

/** Ends offers and holds past their time, and offers on what they held. */
export function lapseRegistrations(tenant: City, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [ended] = await db.execute<{ count: number }>(
      sql`select app.lapse_registrations(${instant(now)}) as count`,
    )
    return ended!.count
  })
}

/** Reminds those who are expected tomorrow; of the same hour only once. Returns how many. */
export function remindRegistrants(tenant: City, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [reminded] = await db.execute<{ count: number }>(
      sql`select app.remind_registrants(${instant(now)}) as count`,
    )
    return reminded!.count
  })
}

/** How many positions had a count that was not what their rows say; they are right afterwards. */
export function reconcileSeats(tenant: City): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [wrong] = await db.execute<{ count: number }>(sql`select app.reconcile_seats() as count`)
    return wrong!.count
  })
}
