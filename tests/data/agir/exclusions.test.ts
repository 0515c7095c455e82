import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { dataExports, people } from '@/drizzle/schema'
import { excludeRegistrant, liftExclusion } from '@/lib/agir/registrations/exclusions/commands'
import { listExcluded } from '@/lib/agir/registrations/exclusions/queries'
import { exportList } from '@/lib/agir/registrations/exports/commands'
import { findDateList } from '@/lib/agir/registrations/organising/queries'
import { inTenant } from '@/lib/db'
import { aDate } from '../../support/agir'
import { someoneSignedIn } from '../../support/factories'
import { anAddress, comesAsGuest, guestRow, mailTo, toldOf } from '../../support/guests'
import { noticesOf, paris, someone } from '../../support/letters'
import { aDateToJoin, idIn, join, later, said, statesOf } from '../../support/seats'

const reason = 'Trois absences sans prévenir.'

async function anOrganisersDate(seats = {}) {
  const organiserId = await someone()
  return { organiserId, ...(await aDateToJoin(seats, { organiserId })) }
}

test('whom an organiser excludes comes to nothing of theirs, with or without an account, until it is lifted', async () => {
  const { organiserId, ...place } = await anOrganisersDate({ capacity: 1 })
  const next = await aDate(paris, place.activityId, later(14 * 24))
  const email = anAddress()
  const [out, waits] = [await someoneSignedIn(paris), await someoneSignedIn(paris)]
  await inTenant(paris, (db) => db.update(people).set({ email }).where(eq(people.id, out.personId)))
  const registrationId = idIn(await join(place, out))
  await join(next, out)
  await join(place, waits, { at: later(1) })
  const act = { registrationId, reason, now: later(2) }
  expect(await excludeRegistrant(paris, { ...act, personId: waits.personId })).toEqual({
    ok: false,
    refusal: 'not_there',
  })
  expect(await excludeRegistrant(paris, { ...act, personId: organiserId })).toMatchObject({ ok: true })
  expect(await statesOf(place.positionId)).toEqual(['cancelled', 'offered'])
  expect(await statesOf(next.positionId)).toEqual(['cancelled'])
  for (const { id } of [place, next]) await toldOf(id, later(2))
  expect(await noticesOf(out.personId)).toHaveLength(3)
  expect(said(await join(next, out, { at: later(3) }))).toBe('excluded')
  expect((await comesAsGuest(next, { email })).outcome).toEqual({ ok: false, refusal: 'excluded' })
  const [one] = await listExcluded(paris, place.activityId)
  const lifting = { activityId: place.activityId, exclusionId: one!.id, now: later(4) }
  expect(await liftExclusion(paris, { ...lifting, personId: waits.personId })).toMatchObject({ ok: false })
  expect(await liftExclusion(paris, { ...lifting, personId: organiserId })).toMatchObject({ ok: true })
  expect(said(await join(next, out, { at: later(5) }))).toBe('confirmed')
})

test('a guest who is excluded is told why, and has no account to come back with', async () => {
  const { organiserId, ...place } = await anOrganisersDate()
  const { email, key } = await comesAsGuest(place)
  const { id: registrationId } = await guestRow(key)
  await excludeRegistrant(paris, { registrationId, reason, personId: organiserId, now: later(1) })
  await toldOf(place.id, later(1))
  const told = await mailTo(email, 'guest_notice')
  const letter = told.find(({ kinds }) => kinds.includes('registration_excluded'))!
  expect(letter.text).toContain(reason)
  expect((await comesAsGuest(place, { email })).outcome).toEqual({ ok: false, refusal: 'excluded' })
})

test('edge 26: the file of a date holds only those confirmed, no address, and its reason stays', async () => {
  const { organiserId, ...place } = await anOrganisersDate({ capacity: 2 })
  const [comes, waits] = [await someoneSignedIn(paris), await someoneSignedIn(paris)]
  const named = (personId: string, name: string) =>
    inTenant(paris, (db) =>
      db.update(people).set({ name, email: anAddress() }).where(eq(people.id, personId)),
    )
  await named(comes.personId, '=Alice Martin')
  await named(waits.personId, 'Bruno Leroy')
  await join(place, comes)
  const guest = await comesAsGuest(place)
  await join(place, waits, { at: later(1) })
  const asking = { dateId: place.id, reason: 'Pointer à l’entrée.', now: later(2) }
  expect(await exportList(paris, { ...asking, personId: waits.personId })).toEqual({
    ok: false,
    refusal: 'not_there',
  })
  const file = await exportList(paris, { ...asking, personId: organiserId })
  const { csv, name } = file.ok ? file.value : { csv: '', name: '' }
  expect(name).toMatch(/2027-03-13\.csv$/)
  expect(csv).toContain(`"'=Alice Martin"`)
  expect(csv).toContain('"Nour"')
  expect(csv).not.toMatch(/Bruno|@/)
  expect(csv).not.toContain(guest.email)
  const [logged] = await inTenant(paris, (db) =>
    db
      .select()
      .from(dataExports)
      .where(eq(dataExports.askedById, organiserId))
      .orderBy(desc(dataExports.askedAt)),
  )
  expect(logged).toMatchObject({ subject: 'registrants', reason: asking.reason, rowCount: 2 })
  expect(logged!.digest).toMatch(/^[0-9a-f]{64}$/)
})

test('who organises sees a guest by name, and no address', async () => {
  const place = await anOrganisersDate()
  const { email } = await comesAsGuest(place)
  const list = await findDateList(paris, { activityId: place.activityId, dateId: place.id })
  expect(list!.askers.map(({ name }) => name)).toEqual(['Nour'])
  expect(JSON.stringify(list)).not.toContain(email)
})
