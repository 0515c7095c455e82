import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, journal, positions } from '@/drizzle/schema'
import { changeRoles } from '@/lib/agir/dates/roles/commands'
import { RolesInput } from '@/lib/agir/dates/roles/input'
import type { DateRole } from '@/lib/agir/dates/roles/rules'
import { renewPositions } from '@/lib/agir/positions/commands'
import { inTenant } from '@/lib/db'
import { tell } from '@/lib/notifications/telling/commands'
import { aDoor, type Door, someoneComing } from '../../support/day'
import { belleville, elsewhere } from '../../support/deposits'
import { aCrowd, aPerson, paris } from '../../support/factories'
import { noticesOf } from '../../support/letters'
import { countsOf, join, later, now, said, statesOf } from '../../support/seats'

const bar: DateRole = { positionId: null, label: 'Tenir la buvette', skill: 'cooking', capacity: 2 }
const tents: DateRole = { positionId: null, label: 'Monter les barnums', skill: 'carrying', capacity: null }

const change = (door: Door, roles: DateRole[], at = now) =>
  changeRoles(paris, { dateId: door.id, personId: door.welcomesId, roles, now: at })

/** What one can register for on a date, in order. */
const held = ({ id }: { id: string }) =>
  inTenant(paris, (db) =>
    db
      .select({ id: positions.id, label: positions.label, capacity: positions.capacity })
      .from(positions)
      .where(eq(positions.occurrenceId, id))
      .orderBy(asc(positions.rank)),
  )

test('a form tells what there is to do on a date; the only thing needs no name, of several each has one', () => {
  const dateId = crypto.randomUUID()
  const one = RolesInput.safeParse({ dateId, role_0_position: dateId, role_0_capacity: '4' })
  expect(one.data!.roles).toEqual([{ positionId: dateId, label: '', skill: null, capacity: 4 }])
  const two = RolesInput.safeParse({ dateId, role_0_capacity: '4', role_1_label: 'Monter' })
  expect(two.error!.issues).toMatchObject([{ path: ['role_0_label'], message: 'required' }])
})

test('one date of a series asks for other things, and stays so whatever the activity says later', async () => {
  const door = await aDoor()
  expect(await change(door, [bar, tents])).toMatchObject({ ok: true })
  const own = [
    { label: 'Tenir la buvette', capacity: 2 },
    { label: 'Monter les barnums', capacity: null },
  ]
  expect(await held(door)).toMatchObject(own)
  await inTenant(paris, async (db) => {
    const [activity] = await db.select().from(activities).where(eq(activities.id, door.activityId))
    await renewPositions(db, { ...activity!, roles: [], capacity: 40 }, now)
  })
  expect(await held(door)).toMatchObject(own)
})

test('what somebody registered for is not taken away: it is called otherwise, and they are told', async () => {
  const door = await aDoor()
  const { personId } = await someoneComing(door)
  expect(await change(door, [bar])).toMatchObject({ refusal: 'role_taken' })
  const kept = { ...tents, positionId: door.positionId, label: 'Démonter les barnums' }
  expect(await change(door, [bar, kept])).toMatchObject({ ok: true })
  expect(await held(door)).toMatchObject([{ label: bar.label }, { id: door.positionId, label: kept.label }])
  expect(await countsOf(door.positionId)).toEqual({ taken: 1, waiting: 0 })
  const events = await inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, door.id)))
  const renamed = events.filter(({ kind }) => kind === 'date_role_changed')
  expect(renamed).toHaveLength(1)
  await tell(elsewhere, renamed[0]!.id, now)
  expect((await noticesOf(personId)).map(({ eventId }) => eventId)).toContain(renamed[0]!.id)
})

test('seats added to a thing to do are offered to those who wait for it', async () => {
  const door = await aDoor({ capacity: 1, label: 'Tenir la buvette' })
  const [first, next] = await aCrowd(paris, 2)
  await join(door, first!)
  await join(door, next!, { at: later(1) })
  expect(await change(door, [{ ...bar, positionId: door.positionId }], later(2))).toMatchObject({
    ok: true,
  })
  expect(await statesOf(door.positionId)).toEqual(['confirmed', 'offered'])
})

test('whoever is not yet trusted uses the words that were read, and nobody touches another’s date', async () => {
  const organiserId = await aPerson(paris)
  const { id: dateId, welcomesId } = await aDoor({}, { organisationId: null, organiserId, roles: [bar] })
  const act = { dateId, now }
  const changed = async (personId: string, roles: DateRole[]) => {
    const outcome = await changeRoles(paris, { ...act, personId, roles })
    return outcome.ok ? 'done' : outcome.refusal
  }
  expect(await changed(organiserId, [tents])).toBe('role_unread')
  expect(await changed(welcomesId, [bar])).toBe('not_there')
  expect(await changed(organiserId, [{ ...bar, positionId: crypto.randomUUID() }])).toBe('not_there')
  expect(await changed(organiserId, [bar])).toBe('done')
  expect(await changed(organiserId, [])).toBe('no_role')
  const elsewhere = await changeRoles(belleville, { ...act, personId: organiserId, roles: [bar] })
  expect(elsewhere).toMatchObject({ refusal: 'not_there' })
  const [late] = await aCrowd(paris, 1)
  const [only] = await held({ id: dateId })
  expect(said(await join({ id: dateId, positionId: only!.id }, late!))).toBe('confirmed')
})
