import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, people } from '@/drizzle/schema'
import { issueCertificate, revokeCertificate } from '@/lib/agir/certificates/commands'
import {
  findChecked,
  findOwnCertificate,
  findRevocable,
  listOwnCertificates,
} from '@/lib/agir/certificates/queries'
import { certificateText, digestOf, initialsOf, serialTyped, signedText } from '@/lib/agir/certificates/rules'
import { answerHours } from '@/lib/agir/hours/approving/commands'
import { declareHours } from '@/lib/agir/hours/commands'
import { isSignedBy } from '@/lib/auth/signing/rules'
import { inTenant } from '@/lib/db'
import { tell } from '@/lib/notifications/telling/commands'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { belleville, elsewhere } from '../../support/deposits'
import { aMember } from '../../support/agir'
import { aDoor, afterwards, type Door, someoneComing, tap } from '../../support/day'
import { aPerson, paris } from '../../support/factories'
import { noticesOf } from '../../support/letters'
import { later } from '../../support/seats'

const period = { from: '2027-01-01', until: '2027-12-31', locale: 'fr', now: later(24 * 9) }
const reason = 'Ces heures n’ont pas été faites chez nous.'

/** The words with which somebody was told of this. */
async function toldOf(kind: 'certificate_revoked' | 'hours_corrected', personId: string) {
  const events = await inTenant(paris, (db) => db.select().from(journal).where(eq(journal.kind, kind)))
  for (const { id } of events) await tell(elsewhere, id, later(24 * 10))
  const own = new Set((await noticesOf(personId)).map(({ eventId }) => eventId))
  return events.flatMap(({ id, detail }) => (own.has(id) ? [(detail as { text?: string }).text] : []))
}

/** Somebody whose two hours somebody confirmed. */
async function aVolunteer() {
  const door = await aDoor()
  const who = await someoneComing(door, { name: 'Inès de La Tour' })
  await tap(door, who.registrationId, 'attended')
  await confirm(door, who.registrationId, 120, 1)
  return { door, ...who }
}
const confirm = ({ welcomesId }: Door, registrationId: string, minutes: number, seen: number) =>
  answerHours(paris, { registrationId, personId: welcomesId, seen, minutes, reason: null, now: afterwards })

async function certified(who: Awaited<ReturnType<typeof aVolunteer>>, detail = {}) {
  const organisationIds = [who.door.organisationId]
  const made = await issueCertificate(paris, {
    ...period,
    personId: who.personId,
    organisationIds,
    ...detail,
  })
  return made.ok ? made.value.serial : made.refusal
}

test('a certificate counts what was confirmed in its time with its organisations, and nothing else', async () => {
  const who = await aVolunteer()
  const serial = await certified(who)
  expect(serialTyped(serial.toLowerCase().replaceAll('-', ' '))).toBe(serial)
  const own = (await findOwnCertificate(paris, serial, who.personId))!
  expect(own).toMatchObject({ holder: 'Inès de La Tour', minutes: 120, dates: 1 })
  expect(own.lines).toEqual([{ label: who.door.organisation, minutes: 120, dates: 1 }])
  expect(await certified(who, { from: '2027-04-01' })).toBe('no_hours')
  expect(await certified(who, { from: '2027-04-01', until: '2027-01-01' })).toBe('period')
  const waiting = await someoneComing(who.door, { name: 'Nour Haddad' })
  await tap(who.door, waiting.registrationId, 'attended')
  expect(await certified({ ...waiting, door: who.door })).toBe('no_hours')
  const { organisationId } = await aDoor()
  expect(await certified(who, { organisationIds: [organisationId] })).toBe('no_hours')
  expect(await certified({ ...who, personId: await aPerson(paris, { name: null }) })).toBe('name_missing')
})

test('a stranger learns whether it holds, for when, how much and two initials; its holder alone opens it', async () => {
  const who = await aVolunteer()
  const serial = await certified(who)
  const seen = (await findChecked(paris, serial))!
  expect(seen).toMatchObject({ initials: 'I. T.', minutes: 120, fromOn: '2027-01-01', revokedAt: null })
  expect(JSON.stringify(seen)).not.toMatch(/Tour|Amis/)
  expect(await findChecked(belleville, serial)).toBeNull()
  expect(await findOwnCertificate(paris, serial, who.door.welcomesId)).toBeNull()
  expect([initialsOf('Zoé'), initialsOf('ليلى بن علي')]).toEqual(['Z.', 'ل. ع.'])
})

test('its digest is made again from what it says, and the city’s signature with it; a word changed shows', async () => {
  const who = await aVolunteer()
  const own = (await findOwnCertificate(paris, await certified(who), who.personId))!
  const said = { ...own, city: 'paris', holder: own.holder!, from: own.fromOn, until: own.untilOn }
  expect(digestOf(certificateText(said))).toBe(own.digest)
  expect(digestOf(certificateText({ ...said, minutes: 1200 }))).not.toBe(own.digest)
  const { publicKey, signature } = own
  expect(isSignedBy(publicKey, signedText({ ...said, digest: own.digest }), signature)).toBe(true)
  const other = { ...said, city: 'belleville', digest: own.digest }
  expect(isSignedBy(publicKey, signedText(other), signature)).toBe(false)
})

test('edge 40: checked after its revocation, it says so and since when', async () => {
  const who = await aVolunteer()
  const serial = await certified(who)
  const now = later(24 * 10)
  const revoke = (personId: string) => revokeCertificate(paris, { serial, personId, reason, now })
  const manager = await aPerson(paris)
  await aMember(paris, who.door.organisationId, manager, { role: 'manager' })
  const [stranger, coordinator] = [await aPerson(paris), who.door.welcomesId]
  for (const personId of [stranger, coordinator]) {
    expect(await findRevocable(paris, serial, personId)).toBeNull()
    expect(await revoke(personId)).toMatchObject({ refusal: 'not_there' })
  }
  expect(await findRevocable(paris, serial, manager)).toMatchObject({ as: 'organisation' })
  expect(await revoke(manager)).toMatchObject({ ok: true })
  expect(await findChecked(paris, serial)).toMatchObject({ revokedAt: now, revokedBy: 'organisation' })
  expect(JSON.stringify(await findChecked(paris, serial))).not.toContain(reason)
  expect(await listOwnCertificates(paris, who.personId)).toMatchObject([{ revokeReason: reason }])
  expect(await revoke(who.personId)).toMatchObject({ refusal: 'already_revoked' })
  expect(await toldOf('certificate_revoked', who.personId)).toEqual([reason])
})

test('hours that are put right end the certificate that counted them', async () => {
  const who = await aVolunteer()
  const [serial, elsewhen] = [await certified(who), await certified(who, { until: '2027-03-13' })]
  await confirm(who.door, who.registrationId, 60, 2)
  expect(await toldOf('hours_corrected', who.personId)).toHaveLength(1)
  expect(await findChecked(paris, serial)).toMatchObject({ revokedBy: 'correction' })
  expect(await findChecked(paris, elsewhen)).toMatchObject({ revokedBy: 'correction' })
  const again = await certified(who)
  await declareHours(paris, { ...who, minutes: 300, now: afterwards })
  expect(await findChecked(paris, again)).toMatchObject({ revokedBy: 'correction', minutes: 60 })
})

test('an account that goes takes its certificates back, or leaves them to be checked, without a name', async () => {
  const [one, other] = [await aVolunteer(), await aVolunteer()]
  const [gone, kept] = [await certified(one), await certified(other)]
  await deleteAccount(elsewhere, { personId: one.personId, now: period.now })
  await deleteAccount(elsewhere, { personId: other.personId, keepCertificates: true, now: period.now })
  expect(await findChecked(paris, gone)).toMatchObject({ revokedBy: 'departure', initials: null })
  expect(await findChecked(paris, kept)).toMatchObject({ revokedAt: null, initials: 'I. T.', minutes: 120 })
  const [row] = await inTenant(paris, (db) => db.select().from(people).where(eq(people.id, other.personId)))
  expect(row).toMatchObject({ name: null })
  expect(await listOwnCertificates(paris, other.personId)).toEqual([])
})
