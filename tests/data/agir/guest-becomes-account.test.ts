import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { people, personKeys, registrations, signInLinks } from '@/drizzle/schema'
import { adoptOwn } from '@/lib/agir/registrations/adopting/commands'
import { register } from '@/lib/agir/registrations/commands'
import { confirmAsGuest } from '@/lib/agir/registrations/guests/commands'
import { findAsGuest } from '@/lib/agir/registrations/guests/queries'
import { guestKeyOf, linkTo } from '@/lib/agir/registrations/links/queries'
import { listOwn } from '@/lib/agir/registrations/queries'
import { inTenant } from '@/lib/db'
import { askForLink, openLink } from '@/lib/people/sign-in/commands'
import { linkToken } from '@/lib/people/sign-in/queries'
import { aCrowd, type SignedIn } from '../../support/factories'
import { anAddress, asks, comesAsGuest, mailTo, tokenIn } from '../../support/guests'
import { paris } from '../../support/letters'
import { aDateToJoin, countsOf, idIn, join, later, now, said, statesOf } from '../../support/seats'

type Place = Awaited<ReturnType<typeof aDateToJoin>>

/** What the button of a letter that signs in does. */
async function aWayIn(email: string) {
  await askForLink(paris, { email, next: '/', locale: 'fr', from: email, now: new Date() })
  const rows = await inTenant(paris, (db) =>
    db.select().from(signInLinks).where(eq(signInLinks.email, email)),
  )
  const token = linkToken(paris, rows.find(({ usedAt }) => usedAt === null)!.id)
  return async (): Promise<SignedIn> => {
    const opened = await openLink(paris, { token, name: 'Nour', locale: 'fr', replaces: null, now })
    if (!opened.ok) throw new Error(opened.refusal)
    return opened.value
  }
}

const registers = (place: Place, who: SignedIn) =>
  register(paris, {
    ...{ seat: [place.id, place.positionId] as const, party: 1, note: '', anyway: false, now },
    ...who,
  })

/** Whose the places of a date are, as they are now. */
const owners = (place: Place) =>
  inTenant(paris, (db) =>
    db
      .select({ personId: registrations.personId, guestKey: registrations.guestKey })
      .from(registrations)
      .where(eq(registrations.positionId, place.positionId)),
  )

test('whoever came as a guest finds the place in the account that the same mailbox opens', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const { email, outcome } = await comesAsGuest(place)
  const who = await (await aWayIn(email.toUpperCase()))()
  const { coming } = await listOwn(paris, who.personId, now)
  expect(coming.map(({ id }) => id)).toEqual([outcome.ok && outcome.value.registrationId])
  const again = await registers(place, who)
  expect(again).toMatchObject({ ok: true, value: { registrationId: coming[0]!.id, repeated: true } })
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
  expect(await owners(place)).toEqual([{ personId: who.personId, guestKey: null }])
  const letter = linkTo(paris, 'guest-registration', coming[0]!.id)
  expect(await findAsGuest(paris, letter, now)).toEqual({ isAdopted: true })
})

test('whoever has an account and asks without it finds the place there, not beside it', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const email = anAddress()
  const who = await (await aWayIn(email))()
  await comesAsGuest(place, { email })
  expect(await owners(place)).toEqual([{ personId: who.personId, guestKey: null }])
})

test('a place that nobody took over yet is still the only one', async () => {
  const place = await aDateToJoin({ capacity: 3 })
  const { email } = await comesAsGuest(place)
  const [late] = await aCrowd(paris, 1)
  await owning(late!, email)
  expect(await registers(place, late!)).toMatchObject({ ok: true, value: { repeated: true } })
  expect(await owners(place)).toEqual([{ personId: late!.personId, guestKey: null }])
})

/** The mailbox was found to be somebody's, and nothing else has happened since. */
const owning = ({ personId }: SignedIn, email: string) =>
  inTenant(paris, (db) =>
    db.insert(personKeys).values({ key: guestKeyOf(paris, email), kind: 'email', personId }),
  )

test('two places of one person on one date are one: the surer stays, the other is offered on', async () => {
  const place = await aDateToJoin({ capacity: 2 })
  const [member, next] = await aCrowd(paris, 2)
  const { email } = await comesAsGuest(place, { at: later(1) })
  const own = idIn(await join(place, member!, { at: now }))
  expect(said(await join(place, next!, { at: later(2) }))).toBe('waitlisted')
  await owning(member!, email)
  await adoptOwn(paris, { personId: member!.personId, now: later(3) })
  expect(await statesOf(place.positionId)).toEqual(['confirmed', 'cancelled', 'offered'])
  expect(await countsOf(place.positionId)).toEqual({ taken: 2, waiting: 0 })
  const { coming } = await listOwn(paris, member!.personId, now)
  expect(coming.map(({ id }) => id)).toEqual([own])
})

test('a deleted account takes nothing over', async () => {
  const place = await aDateToJoin()
  const { email, key } = await comesAsGuest(place)
  const [gone] = await aCrowd(paris, 1)
  await owning(gone!, email)
  const isIt = eq(people.id, gone!.personId)
  await inTenant(paris, (db) => db.update(people).set({ deletedAt: now }).where(isIt))
  expect(await adoptOwn(paris, { personId: gone!.personId, now })).toBe(0)
  expect(await owners(place)).toEqual([{ personId: null, guestKey: key }])
})

describe('asked for in both ways at once', () => {
  async function aLetter(place: Place, email: string): Promise<string> {
    await asks(place, { email })
    return tokenIn((await mailTo(email, 'guest_confirm'))[0]!)
  }

  test.each([1, 2, 3, 4])('a place is one place: while the account is made (%i)', async () => {
    const place = await aDateToJoin({ capacity: 5 })
    const email = anAddress()
    const [token, signIn] = [await aLetter(place, email), await aWayIn(email)]
    const [, who] = await Promise.all([confirmAsGuest(paris, { token, now }), signIn()])
    const answers = await Promise.all([1, 2, 3].map(() => registers(place, who)))
    expect(answers.map(said)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
    expect(await owners(place)).toEqual([{ personId: who.personId, guestKey: null }])
  })

  test('a place is one place: from the account and from the letter', async () => {
    const place = await aDateToJoin({ capacity: 5 })
    const email = anAddress()
    const [token, signIn] = [await aLetter(place, email), await aWayIn(email)]
    const who = await signIn()
    const every = [1, 2, 3].flatMap(() => [registers(place, who), confirmAsGuest(paris, { token, now })])
    for (const answer of await Promise.all(every)) expect(answer).toMatchObject({ ok: true })
    expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
    expect(await owners(place)).toEqual([{ personId: who.personId, guestKey: null }])
  })
})
