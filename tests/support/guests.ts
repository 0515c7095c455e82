import { randomUUID } from 'node:crypto'
import { and, eq, like } from 'drizzle-orm'
import { journal, letters, registrations } from '@/drizzle/schema'
import { askAsGuest, confirmAsGuest } from '@/lib/agir/registrations/guests/commands'
import { guestKeyOf } from '@/lib/agir/registrations/links/queries'
import { inTenant } from '@/lib/db'
import { compose } from '@/lib/mail/compose'
import { listTaken } from '@/lib/mail/outbox/queries'
import { tell } from '@/lib/notifications/telling/commands'
import type { Locale } from '@/tenants/tenant'
import { paris } from './letters'
import { now } from './seats'

type Place = { id: string; positionId: string }
type Wish = { email?: string; party?: number; born?: number; guardian?: string; locale?: Locale; at?: Date }

export const anAddress = () => `${randomUUID()}@exemple.fr`

/** Somebody without an account asks for a place, from wherever they are. */
export function asks(place: Place, { email = anAddress(), at = now, ...wish }: Wish = {}) {
  const said = { name: 'Nour', email, note: 'Je viens à pied.', party: 1, locale: 'fr' as const, ...wish }
  return askAsGuest(paris, { seat: [place.id, place.positionId], ...said, from: randomUUID(), now: at })
}

/** What the letters of a kind say to an address, as they leave. */
export async function mailTo(email: string, kind: string) {
  const rows = await inTenant(paris, (db) =>
    db
      .select({ id: letters.id })
      .from(letters)
      .where(and(eq(letters.kind, kind), like(letters.key, 'gu%')))
      .orderBy(letters.queuedAt, letters.dueAt, letters.id),
  )
  const waiting = await listTaken(
    paris,
    rows.map(({ id }) => id),
  )
  return waiting.flatMap((one) => {
    const sealed = compose(paris, one)
    return sealed?.to.address === email
      ? [{ ...sealed, kinds: one.occurrences.map((told) => told.kind) }]
      : []
  })
}

/** What the button of a letter carries. */
export const tokenIn = ({ text }: { text: string }) => /jeton=([\w.-]+)/.exec(text)![1]!

/** A guest who asked and answered the letter. */
export async function comesAsGuest(place: Place, { at = now, ...wish }: Wish = {}) {
  const email = wish.email ?? anAddress()
  const asked = await asks(place, { ...wish, email, at })
  if (!asked.ok) throw new Error(asked.refusal)
  const [letter] = (await mailTo(email, 'guest_confirm')).slice(-1)
  const outcome = await confirmAsGuest(paris, { token: tokenIn(letter!), now: at })
  return { email, key: guestKeyOf(paris, email), outcome }
}

export const guestRow = (key: string) =>
  inTenant(paris, async (db) => {
    const [row] = await db.select().from(registrations).where(eq(registrations.guestKey, key))
    return row!
  })

/** Tells of all that happened to this, twice. */
export async function toldOf(aboutId: string, at = now): Promise<void> {
  const events = await inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, aboutId)))
  for (const { id } of [...events, ...events]) await tell(paris, id, at)
}
