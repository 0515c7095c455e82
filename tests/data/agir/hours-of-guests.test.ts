import { expect, test } from 'vitest'
import { personKeys } from '@/drizzle/schema'
import { issueCertificate } from '@/lib/agir/certificates/commands'
import { findChecked } from '@/lib/agir/certificates/queries'
import { approveDate, approveDue } from '@/lib/agir/hours/approving/commands'
import { listOwnHours } from '@/lib/agir/hours/queries'
import { adoptOwn } from '@/lib/agir/registrations/adopting/commands'
import { guestKeyOf } from '@/lib/agir/registrations/links/queries'
import { inTenant } from '@/lib/db'
import { aDoor, afterwards, begins, type Door, ledgerOf, someoneComing, tap } from '../../support/day'
import { aPerson, paris } from '../../support/factories'
import { comesAsGuest } from '../../support/guests'
import { later } from '../../support/seats'

/** Somebody without an account who was seen there. */
async function aGuestWhoCame(door: Door) {
  const { email, outcome } = await comesAsGuest(door)
  const registrationId = outcome.ok ? outcome.value.registrationId : ''
  await tap(door, registrationId, 'attended')
  return { email, registrationId }
}

/** An account turns out to be that of this mailbox. */
async function becomes(personId: string, email: string, now = afterwards) {
  const key = guestKeyOf(paris, email)
  await inTenant(paris, (db) => db.insert(personKeys).values({ key, kind: 'email', personId }))
  return () => adoptOwn(paris, { personId, now })
}

test('what somebody gave as a guest is in their account, waits as any other hours, and is certified', async () => {
  const door = await aDoor()
  const { email, registrationId } = await aGuestWhoCame(door)
  expect(await ledgerOf(registrationId)).toEqual([])
  const personId = await aPerson(paris, { name: 'Nour Haddad' })
  const adopt = await becomes(personId, email)
  await Promise.all([adopt(), adopt()])
  expect(await ledgerOf(registrationId)).toEqual(['auto 120'])
  const { lines } = await listOwnHours(paris, personId, afterwards)
  expect(lines).toMatchObject([{ registrationId, organisationId: door.organisationId }])
  await approveDate(paris, { dateId: door.id, personId: door.welcomesId, now: afterwards })
  const asked = { from: '2027-01-01', until: '2027-12-31', organisationIds: [door.organisationId] }
  const made = await issueCertificate(paris, { ...asked, personId, locale: 'fr', now: afterwards })
  expect(made.ok && (await findChecked(paris, made.value.serial))).toMatchObject({
    minutes: 120,
    initials: 'N. H.',
  })
})

test('whoever was there once has the hours once, with the account and without it', async () => {
  const door = await aDoor()
  const member = await someoneComing(door)
  await tap(door, member.registrationId, 'attended')
  const { email, registrationId } = await aGuestWhoCame(door)
  expect(await (await becomes(member.personId, email))()).toBe(1)
  expect(await ledgerOf(member.registrationId)).toEqual(['auto 120'])
  expect(await ledgerOf(registrationId)).toEqual([])
})

test('whoever only came to an event has no hours of it, nor does whoever let themselves in count by themselves', async () => {
  const [concert, door] = [await aDoor({}, { kind: 'event' }), await aDoor()]
  const [listener, own] = [await aGuestWhoCame(concert), await aGuestWhoCame(door)]
  await (
    await becomes(await aPerson(paris), listener.email)
  )()
  expect(await ledgerOf(listener.registrationId)).toEqual([])
  await (
    await becomes(door.welcomesId, own.email)
  )()
  expect(await ledgerOf(own.registrationId)).toEqual(['auto 120'])
  await approveDue(paris, later(begins + 24 * 16))
  expect(await ledgerOf(own.registrationId)).toEqual(['auto 120'])
})
