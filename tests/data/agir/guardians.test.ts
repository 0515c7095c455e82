import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { registrations } from '@/drizzle/schema'
import { lapseRegistrations, register } from '@/lib/agir/registrations/commands'
import { giveConsent, refuseConsent, withdrawConsent } from '@/lib/agir/registrations/guardians/commands'
import { findConsent } from '@/lib/agir/registrations/guardians/queries'
import { linkTo } from '@/lib/agir/registrations/links/queries'
import { inTenant } from '@/lib/db'
import { aDate } from '../../support/agir'
import { aCrowd, aPerson, aSession, belleville } from '../../support/factories'
import { anAddress, comesAsGuest, guestRow, mailTo, toldOf, tokenIn } from '../../support/guests'
import { paris } from '../../support/letters'
import { aDateToJoin, countsOf, idIn, join, later, now, said, statesOf } from '../../support/seats'

type Place = { id: string; positionId: string }

/** Fifteen on the day of the date. */
async function aMinor(detail = {}) {
  return aSession(paris, await aPerson(paris, { birthYear: 2012, name: 'Lina Robert', ...detail }))
}

type Who = Awaited<ReturnType<typeof aMinor>>
const asks = ({ id, positionId }: Place, who: Who, guardian?: string, at = now) =>
  register(paris, { ...who, seat: [id, positionId], party: 1, note: '', anyway: true, guardian, now: at })

const rowOf = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(registrations).where(eq(registrations.id, id)))[0]!)

/** A minor who waits for her guardian's answer, and the link of the letter that asks for it. */
async function waitsFor(guardian: string, place: Place, who?: Who) {
  const registrationId = idIn(await asks(place, who ?? (await aMinor()), guardian))
  await toldOf(place.id)
  const [letter] = (await mailTo(guardian, 'guardian_consent')).slice(-1)
  return { registrationId, letter: letter!, token: tokenIn(letter!) }
}

test('a fifteen-year-old comes once her guardian has agreed', async () => {
  const place = await aDateToJoin({ capacity: 1 }, { minors: 'with_consent' })
  const [lina, guardian] = [await aMinor(), anAddress()]
  expect(said(await asks(place, lina))).toBe('guardian')
  const { registrationId, letter, token } = await waitsFor(guardian, place, lina)
  expect(letter.subject).toBe('Paris vous demande votre accord')
  expect(letter.text).toContain('Lina Robert')
  expect(JSON.stringify(await rowOf(registrationId))).not.toContain(guardian)
  expect(await statesOf(place.positionId)).toEqual(['needs_guardian'])
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
  expect(await findConsent(paris, token)).toMatchObject({ name: 'Lina Robert', state: 'needs_guardian' })
  expect(await giveConsent(paris, { token, scope: 'date', now: later(1) })).toMatchObject({ ok: true })
  expect(await rowOf(registrationId)).toMatchObject({
    ...{ state: 'confirmed', consentScope: 'date', reason: null },
    consentedAt: later(1),
  })
})

test('edge 24: a guardian’s link answers once, and not after its time', async () => {
  const place = await aDateToJoin({}, { minors: 'with_consent' })
  const [first, second] = [await waitsFor(anAddress(), place), await waitsFor(anAddress(), place)]
  const late = { ok: false, refusal: 'consent_over' }
  await giveConsent(paris, { token: first.token, scope: 'date', now })
  expect(await giveConsent(paris, { token: first.token, scope: 'activity', now })).toEqual(late)
  expect(await refuseConsent(paris, { token: first.token, now })).toEqual(late)
  expect(await giveConsent(paris, { token: second.token, scope: 'date', now: later(73) })).toEqual(late)
  const [, mac = ''] = first.token.split('.')
  const swapped = `${second.registrationId}.${mac}`
  const nowhere = { ok: false, refusal: 'not_there' }
  expect(await giveConsent(paris, { token: swapped, scope: 'date', now })).toEqual(nowhere)
  const foreign = linkTo(belleville, 'guardian', second.registrationId)
  expect(await giveConsent(paris, { token: foreign, scope: 'date', now })).toEqual(nowhere)
  expect(await findConsent(paris, foreign)).toBeNull()
})

test('a guardian who does not agree frees the seat, and the minor is told', async () => {
  const place = await aDateToJoin({ capacity: 1 }, { minors: 'with_consent' })
  const { registrationId, token } = await waitsFor(anAddress(), place)
  const adult = await aSession(paris, await aPerson(paris, { birthYear: 1980 }))
  await join(place, adult, { at: later(1) })
  expect(await refuseConsent(paris, { token, now: later(2) })).toMatchObject({ ok: true })
  expect(await rowOf(registrationId)).toMatchObject({ state: 'cancelled', endedBy: 'guardian' })
  expect(await statesOf(place.positionId)).toEqual(['cancelled', 'offered'])
})

test('without an answer in three days the seat goes to the next in line', async () => {
  const place = await aDateToJoin({ capacity: 1 }, { minors: 'with_consent' })
  await waitsFor(anAddress(), place)
  const adult = await aSession(paris, await aPerson(paris, { birthYear: 1980 }))
  await join(place, adult, { at: later(1) })
  await lapseRegistrations(paris, later(71))
  expect(await statesOf(place.positionId)).toEqual(['needs_guardian', 'waitlisted'])
  await lapseRegistrations(paris, later(73))
  expect(await statesOf(place.positionId)).toEqual(['lapsed', 'offered'])
})

test('agreeing to every date asks no more for a year; going back on it ends them all', async () => {
  const place = await aDateToJoin({}, { minors: 'with_consent' })
  const next = await aDate(paris, place.activityId, later(14 * 24))
  const lina = await aMinor()
  const { token } = await waitsFor(anAddress(), place, lina)
  expect(said(await asks(next, lina))).toBe('guardian')
  await giveConsent(paris, { token, scope: 'activity', now })
  expect(said(await asks(next, lina))).toBe('confirmed')
  expect(await withdrawConsent(paris, { token, now: later(1) })).toMatchObject({ ok: true })
  expect(await statesOf(place.positionId)).toEqual(['cancelled'])
  expect(await statesOf(next.positionId)).toEqual(['cancelled'])
  expect(said(await asks(next, lina, undefined, later(2)))).toBe('guardian')
})

test('nobody answers for themselves', async () => {
  const place = await aDateToJoin({}, { minors: 'with_consent' })
  const email = anAddress()
  expect(said(await asks(place, await aMinor({ email }), email))).toBe('own_guardian')
})

test('a minor without an account needs the same agreement, and an adult none', async () => {
  const place = await aDateToJoin({}, { minors: 'with_consent' })
  const guardian = anAddress()
  const { key } = await comesAsGuest(place, { born: 2012, guardian })
  await toldOf(place.id)
  const [letter] = await mailTo(guardian, 'guardian_consent')
  await giveConsent(paris, { token: tokenIn(letter!), scope: 'date', now })
  expect(await guestRow(key)).toMatchObject({ state: 'confirmed', guestLocale: 'fr' })
  const [adult] = await aCrowd(paris, 1)
  expect(said(await join(place, adult!, { born: 1980 }))).toBe('confirmed')
})
