import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { guestRequests, letters, registrations } from '../../../../drizzle/schema'
import type { Locale, Tenant } from '../../../../tenants/tenant'
import { secondsToWait } from '../../../auth/rate-limits'
import { type Db, inTenant } from '../../../db'
import type { SeatRequest } from '../../../db/counting'
import { enqueue } from '../../../jobs/commands'
import { mailbox } from '../../../mail/address'
import { done, type Outcome, refused } from '../../../outcome'
import { type Moved, moveRegistration } from '../commands'
import { adoptBehind } from '../adopting/commands'
import { askForSeats } from '../desk/commands'
import { guestKeyOf, readLink, sealAddress, sealGuest, unsealGuest, type Wish } from '../links/queries'
import { refusals, type RegistrationRefusal, type Seated } from '../rules'
import { type AskRefusal, confirmUntil, guestLimits } from './rules'

type Asking = {
  seat: readonly [date: string, position: string]
  party: number
  name: string
  email: string
  note: string
  born?: number
  guardian?: string
  locale: Locale
  from: string
  now: Date
}

/**
 * Sends a letter whose link takes a place. What is answered here follows from the date and the form alone: who has already
 * registered with an address, or may not, only whoever reads its letters learns.
 */
export async function askAsGuest(
  tenant: Tenant,
  { seat: [date, position], party, born, from, locale, now, ...wish }: Asking,
): Promise<Outcome<undefined, AskRefusal>> {
  if (await secondsToWait(tenant, 'guest-from', from, guestLimits.asksFromOneAddress))
    return refused('too_many_asks')
  const asked = { date, position, party, born, guardian: wish.guardian && 'given' }
  if (wish.guardian && mailbox(wish.guardian) === mailbox(wish.email)) return refused('own_guardian')
  const refusal = await inTenant(tenant, (db) => refusalOf(db, asked, now))
  if (refusal) return refused(refusal)
  for (const address of [wish.email, wish.guardian ?? []].flat())
    if (await secondsToWait(tenant, 'guest-to', mailbox(address), guestLimits.lettersToOneAddress))
      return refused('too_many_letters')
  const id = randomUUID()
  const until = { askedAt: now, expiresAt: confirmUntil(now) }
  const sealed = { guestKey: guestKeyOf(tenant, wish.email), sealed: sealGuest(tenant, wish) }
  return inTenant(tenant, async (db) => {
    await db.insert(guestRequests).values({
      ...{ id, occurrenceId: date, positionId: position, partySize: party, bornYear: born ?? null, locale },
      ...sealed,
      ...until,
    })
    const letter = { key: `guest:${id}`, kind: 'guest_confirm', locale, detail: { guestRequestId: id } }
    const [queued] = await db
      .insert(letters)
      .values({ ...letter, priority: 0, queuedAt: now, dueAt: now })
      .returning({ id: letters.id })
    await enqueue(db, 'letters.send', { letterId: queued!.id }, queued!.id)
    return done(undefined)
  })
}

/** Why nobody could have this seat in this way, whoever they are: it is asked for someone who never was here. */
async function refusalOf(
  db: Db,
  asked: Partial<SeatRequest>,
  now: Date,
): Promise<RegistrationRefusal | null> {
  const request = [{ ...asked, guest: randomUUID(), request: randomUUID() }]
  const [judged] = await db.execute<{ verdict: string | null }>(sql`
    select verdict from app.judge_registrations(
      ${JSON.stringify(request)}::text::jsonb, ${now.toISOString()}::timestamptz)`)
  if (!judged?.verdict) return null
  return refusals.find((one) => one === judged.verdict) ?? 'not_there'
}

/** The address is read by whoever asked: now the place is taken, once, with everyone else who is asking. */
export async function confirmAsGuest(
  tenant: Tenant,
  { token, now }: { token: string; now: Date },
): Promise<Outcome<Seated, AskRefusal>> {
  const id = readLink(tenant, 'guest-request', token)
  const asked = id ? await inTenant(tenant, (db) => openRequest(db, id, now)) : null
  if (!asked) return refused('link_over')
  if ('state' in asked) return done({ ...asked, repeated: true })
  const { name, email, note, guardian } = unsealGuest<Wish>(tenant, asked.sealed)
  const answer = await askForSeats(
    tenant,
    {
      ...{ date: asked.occurrenceId, position: asked.positionId, request: asked.id },
      ...{ guest: asked.guestKey, sealed: sealGuest(tenant, { name, email }), locale: asked.locale },
      ...{ party: asked.partySize, note, born: asked.bornYear ?? undefined },
      guardian: guardian && sealAddress(tenant, guardian),
    },
    now,
  )
  if (answer === 'signed_out') return refused('not_there')
  if (!answer.ok) return answer
  await inTenant(tenant, (db) =>
    db
      .update(guestRequests)
      .set({ usedAt: now, sealed: '', bornYear: null, registrationId: answer.value.registrationId })
      .where(eq(guestRequests.id, asked.id)),
  )
  await adoptBehind(tenant, { guestKey: asked.guestKey, now })
  return answer
}

/** A request that may still be confirmed, or what came of it when it was. */
async function openRequest(db: Db, id: string, now: Date) {
  const [asked] = await db.select().from(guestRequests).where(eq(guestRequests.id, id))
  if (!asked?.registrationId) return asked && asked.expiresAt > now ? asked : null
  const [made] = await db
    .select({ registrationId: registrations.id, state: registrations.state })
    .from(registrations)
    .where(eq(registrations.id, asked.registrationId))
  return made ?? null
}

type Moving = { token: string; registrationId: string; act: 'accept' | 'reconfirm' | 'cancel'; now: Date }

/** What whoever holds a guest's letter may do with any of that guest's registrations. Everyone else's are not there. */
export function moveAsGuest(tenant: Tenant, { token, registrationId, act, now }: Moving): Promise<Moved> {
  const opened = readLink(tenant, 'guest-registration', token)
  if (!opened) return Promise.resolve(refused('not_there'))
  return inTenant(tenant, async (db) => {
    const keys = db
      .select({ key: registrations.guestKey })
      .from(registrations)
      .where(eq(registrations.id, opened))
    const own = and(eq(registrations.id, registrationId), sql`${registrations.guestKey} in ${keys}`)
    if ((await db.$count(registrations, own)) === 0) return refused('not_there')
    return moveRegistration(db, { registrationId, act, by: 'participant', now })
  })
}
