import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { exclusions, guestRequests, personKeys, registrations } from '@/drizzle/schema'
import { confirmAsGuest, moveAsGuest } from '@/lib/agir/registrations/guests/commands'
import { findAsGuest, findGuestRequest } from '@/lib/agir/registrations/guests/queries'
import { guestKeyOf, linkTo, readLink } from '@/lib/agir/registrations/links/queries'
import { inTenant } from '@/lib/db'
import { forgetSome } from '@/lib/people/retention/commands'
import { aCrowd, belleville } from '../../support/factories'
import { anAddress, asks, comesAsGuest, guestRow, mailTo, tokenIn } from '../../support/guests'
import { paris, someone } from '../../support/letters'
import { aDateToJoin, countsOf, idIn, join, later, now, statesOf } from '../../support/seats'

const reason = 'La salle est inondée jusqu’à la fin du mois.'

test('a place is taken once the letter is answered, and only once', async () => {
  const place = await aDateToJoin({ capacity: 3 }, { maxParty: 2 })
  const email = anAddress()
  expect(await asks(place, { email, party: 2 })).toEqual({ ok: true, value: undefined })
  expect(await countsOf(place.positionId)).toEqual({ taken: 0, waiting: 0 })
  const [letter] = await mailTo(email, 'guest_confirm')
  expect(letter!.subject).toBe('Confirmez votre inscription')
  expect(letter!.text).not.toContain('Nour')
  const token = tokenIn(letter!)
  expect(await findGuestRequest(paris, token, now)).toMatchObject({ name: 'Nour', party: 2, used: null })
  const [first, again] = [
    await confirmAsGuest(paris, { token, now }),
    await confirmAsGuest(paris, { token, now: later(48) }),
  ]
  expect(first).toMatchObject({ ok: true, value: { state: 'confirmed' } })
  expect(again).toMatchObject({ ok: true, value: { state: 'confirmed', repeated: true } })
  expect(await countsOf(place.positionId)).toEqual({ taken: 2, waiting: 0 })
  const row = await guestRow(guestKeyOf(paris, email))
  expect(row).toMatchObject({ personId: null, partySize: 2, note: 'Je viens à pied.', guestLocale: 'fr' })
  expect(JSON.stringify(row)).not.toContain(email)
})

test('a link that is too old, altered or of another city takes no place', async () => {
  const place = await aDateToJoin()
  const email = anAddress()
  await asks(place, { email })
  const token = tokenIn((await mailTo(email, 'guest_confirm'))[0]!)
  const over = { ok: false, refusal: 'link_over' }
  expect(await confirmAsGuest(paris, { token, now: later(25) })).toEqual(over)
  expect(
    await confirmAsGuest(paris, { token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, now }),
  ).toEqual(over)
  const id = token.split('.')[0]!
  expect(await confirmAsGuest(paris, { token: linkTo(belleville, 'guest-request', id), now })).toEqual(over)
  expect(readLink(paris, 'guest-registration', token)).toBeNull()
  expect(await countsOf(place.positionId)).toEqual({ taken: 0, waiting: 0 })
})

test('nothing on the page says who is registered: only the letters do', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const { email, outcome } = await comesAsGuest(place)
  const answers = [await asks(place, { email }), await asks(place)]
  expect(answers).toEqual([
    { ok: true, value: undefined },
    { ok: true, value: undefined },
  ])
  const again = await comesAsGuest(place, { email: email.toUpperCase() })
  expect(again.outcome).toMatchObject({ ok: true, value: { repeated: true } })
  expect(again.outcome).toMatchObject({
    value: { registrationId: outcome.ok && outcome.value.registrationId },
  })
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
})

test('edge 25: whoever is excluded is refused as a guest with the same address too', async () => {
  const place = await aDateToJoin()
  const email = anAddress()
  const personId = await someone({ email })
  const out = { activityId: place.activityId, personId, guestKey: guestKeyOf(paris, email), at: now }
  await inTenant(paris, (db) => db.insert(exclusions).values(out))
  const { outcome } = await comesAsGuest(place, { email })
  expect(outcome).toEqual({ ok: false, refusal: 'excluded' })
  await inTenant(paris, (db) =>
    db.update(exclusions).set({ liftedAt: now }).where(eq(exclusions.personId, personId)),
  )
  expect((await comesAsGuest(place, { email })).outcome).toMatchObject({ ok: true })
})

test('what cannot be is said at once: a closed date, someone too young, a year that is not told', async () => {
  const adults = await aDateToJoin({}, { minors: 'excluded' })
  const consent = await aDateToJoin({}, { minors: 'with_consent' })
  const refusal = async (asked: ReturnType<typeof asks>) => {
    const outcome = await asked
    return outcome.ok ? 'sent' : outcome.refusal
  }
  expect(await refusal(asks(adults))).toBe('birth_year')
  expect(await refusal(asks(adults, { born: 2015 }))).toBe('too_young')
  expect(await refusal(asks(adults, { born: 1990 }))).toBe('sent')
  expect(await refusal(asks(consent, { born: 2011 }))).toBe('guardian')
  expect(await refusal(asks(consent, { born: 2011, guardian: anAddress() }))).toBe('sent')
  expect(await refusal(asks(await aDateToJoin({ state: 'cancelled', reason })))).toBe('cancelled')
})

test('one address is not written to all day long', async () => {
  const place = await aDateToJoin()
  const email = anAddress()
  for (let turn = 0; turn < 8; turn++) expect(await asks(place, { email })).toMatchObject({ ok: true })
  expect(await asks(place, { email })).toEqual({ ok: false, refusal: 'too_many_letters' })
})

test('a guest gives the place back by any of their letters; nobody else’s letter can', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const [guest, stranger] = [await comesAsGuest(place), await comesAsGuest(await aDateToJoin())]
  const [waiting] = await aCrowd(paris, 1)
  await join(place, waiting!, { at: later(1) })
  const row = await guestRow(guest.key)
  const [own, foreign] = [row, await guestRow(stranger.key)].map(({ id }) =>
    linkTo(paris, 'guest-registration', id),
  )
  const leaving = { registrationId: row.id, act: 'cancel', now: later(2) } as const
  expect(await moveAsGuest(paris, { token: foreign!, ...leaving })).toEqual({
    ok: false,
    refusal: 'not_there',
  })
  expect(await findAsGuest(paris, own!, now)).toMatchObject({ name: 'Nour', coming: [{ id: row.id }] })
  expect(await moveAsGuest(paris, { token: own!, ...leaving })).toMatchObject({ ok: true })
  expect(await statesOf(place.positionId)).toEqual(['cancelled', 'offered'])
})

test('whoever has an account and a place has no second one as a guest', async () => {
  const place = await aDateToJoin()
  const [member] = await aCrowd(paris, 1)
  const email = anAddress()
  const held = idIn(await join(place, member!))
  const key = { key: guestKeyOf(paris, email), kind: 'email' as const, personId: member!.personId }
  await inTenant(paris, (db) => db.insert(personKeys).values(key))
  const { outcome } = await comesAsGuest(place, { email })
  expect(outcome).toMatchObject({ ok: true, value: { registrationId: held, repeated: true } })
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
})

test('thirty days after the date nothing says who the guest was; that somebody came stays', async () => {
  const place = await aDateToJoin({}, {}, later(24))
  const { key } = await comesAsGuest(place)
  const { id } = await guestRow(key)
  const over = later(24 + 2)
  const after = (days: number) => new Date(over.getTime() + days * 86_400_000)
  const rowNow = () =>
    inTenant(paris, async (db) => (await db.select().from(registrations).where(eq(registrations.id, id)))[0]!)
  await forgetSome(paris, 'guests', after(29))
  expect((await rowNow()).guestSealed).not.toBeNull()
  await forgetSome(paris, 'guests', after(31))
  const kept = { guestKey: null, guestSealed: null, guestLocale: null, note: null, state: 'confirmed' }
  expect(await rowNow()).toMatchObject(kept)
  expect(await findAsGuest(paris, linkTo(paris, 'guest-registration', id), now)).toBeNull()
  const asked = await inTenant(paris, (db) => db.$count(guestRequests, eq(guestRequests.guestKey, key)))
  expect(asked).toBe(0)
})
