import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { grants, journal, sessions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { grantRole, revokeRole, setRoleEnd } from '@/lib/people/roles/commands'
import { grantsInForce, listFormerStaff, listStaff, searchPeople } from '@/lib/people/roles/queries'
import { actsAs } from '@/lib/people/rules'
import { shippedCities } from '@/tenants/shipped'
import { aPerson, belleville as elsewhere, someoneSignedIn } from '../support/factories'

const city = shippedCities.find(({ id }) => id === 'puerto-claro')!
const now = new Date()
const hour = 3_600_000
const everywhere = { scopeKind: 'city', scopeValue: null } as const
const given = {
  role: 'moderator',
  ...everywhere,
  startsOn: null,
  endsOn: null,
  reason: 'Renfort',
  now,
} as const

const give = (personId: string, byId: string, change: object = {}) =>
  grantRole(city, { ...given, personId, byId, ...change })
const held = (personId: string) => inTenant(city, (db) => grantsInForce(db, personId))
const grantOf = async (personId: string) => {
  const mine = and(eq(grants.personId, personId), isNull(grants.revokedAt))
  const [grant] = await inTenant(city, (db) => db.select().from(grants).where(mine))
  return grant!
}

/** Each test has a city in which nobody has a role yet. */
beforeEach(() => inTenant(city, (db) => db.update(grants).set({ revokedAt: now })))

test('a role given is held at once, and gone the moment it is taken back (T12)', async () => {
  const admin = await aPerson(city, { role: 'admin' })
  const omar = await someoneSignedIn(city)
  expect(await give(omar.personId, admin)).toMatchObject({ ok: true })
  expect(await held(omar.personId)).toEqual([{ role: 'moderator', ...everywhere }])
  const { id: grantId } = await grantOf(omar.personId)
  expect(await revokeRole(city, { grantId, byId: admin, now })).toMatchObject({ ok: true })
  expect(await held(omar.personId)).toEqual([])
  expect((await listFormerStaff(city)).find(({ id }) => id === grantId)).toMatchObject({ role: 'moderator' })
  const noted = await inTenant(city, (db) =>
    db.select({ detail: journal.detail }).from(journal).where(eq(journal.aboutId, omar.personId)),
  )
  expect(noted.map(({ detail }) => (detail as { change: string }).change).sort()).toEqual([
    'granted',
    'revoked',
  ])
})

test('who is given a role signs in again within the day', async () => {
  const admin = await aPerson(city, { role: 'admin' })
  const omar = await someoneSignedIn(city)
  await give(omar.personId, admin)
  const [session] = await inTenant(city, (db) =>
    db.select().from(sessions).where(eq(sessions.id, omar.sessionId)),
  )
  expect(session!.expiresAt.getTime()).toBeLessThan(Date.now() + 8 * hour + 60_000)
})

test('a role begins and ends by the clock of the database', async () => {
  const admin = await aPerson(city, { role: 'admin' })
  const later = await aPerson(city)
  const day = (days: number) => new Date(now.getTime() + days * 24 * hour).toISOString().slice(0, 10)
  await give(later, admin, { startsOn: day(3), endsOn: day(9) })
  expect(await held(later)).toEqual([])
  expect((await listStaff(city)).find(({ personId }) => personId === later)).toMatchObject({
    hasBegun: false,
  })
  const over = await aPerson(city)
  const past = { personId: over, role: 'moderator', startsAt: new Date(now.getTime() - 9 * hour) } as const
  await inTenant(city, (db) => db.insert(grants).values({ ...past, endsAt: new Date(now.getTime() - hour) }))
  expect(await held(over)).toEqual([])
})

test('a role for a district does not reach the next', async () => {
  const admin = await aPerson(city, { role: 'admin' })
  const local = await aPerson(city)
  const [here, next] = city.territory.districts.map(({ code }) => code)
  await give(local, admin, { scopeKind: 'district', scopeValue: here })
  const person = { grants: await held(local) }
  expect(actsAs(person, 'moderator', { districtCode: here })).toBe(true)
  expect(actsAs(person, 'moderator', { districtCode: next })).toBe(false)
  expect(await give(local, admin, { scopeKind: 'district', scopeValue: 'nowhere' })).toMatchObject({
    refusal: 'wrong_scope',
  })
})

describe('nobody climbs by themselves (T32)', () => {
  test('a moderator, someone whose role ended and an administrator’s own hand give nothing', async () => {
    const [admin, moderator, ana] = [
      await aPerson(city, { role: 'admin' }),
      await aPerson(city, { role: 'moderator' }),
      await aPerson(city),
    ]
    expect(await give(ana, moderator)).toMatchObject({ refusal: 'above_own' })
    expect(await give(ana, ana)).toMatchObject({ refusal: 'own_role' })
    expect(await give(admin, admin, { role: 'dpo' })).toMatchObject({ refusal: 'own_role' })
    expect(await give(ana, admin, { role: 'owner' })).toMatchObject({ refusal: 'above_own' })
    await inTenant(city, (db) => db.update(grants).set({ revokedAt: now }).where(eq(grants.personId, admin)))
    expect(await give(ana, admin)).toMatchObject({ refusal: 'above_own' })
    expect(await held(ana)).toEqual([])
  })

  test('an administrator takes nothing from who runs the platform', async () => {
    const [admin, owner] = [await aPerson(city, { role: 'admin' }), await aPerson(city, { role: 'owner' })]
    const { id: grantId } = await grantOf(owner)
    expect(await revokeRole(city, { grantId, byId: admin, now })).toMatchObject({ refusal: 'above_own' })
    expect(await held(owner)).toHaveLength(1)
  })

  test('the database turns no role into another, and forgets none', async () => {
    const moderator = await aPerson(city, { role: 'moderator' })
    const climb = inTenant(city, (db) =>
      db.update(grants).set({ role: 'owner' }).where(eq(grants.personId, moderator)),
    )
    await expect(climb).rejects.toMatchObject({ cause: { code: '42501' } })
    const forget = inTenant(city, (db) => db.delete(grants).where(eq(grants.personId, moderator)))
    await expect(forget).rejects.toMatchObject({ cause: { code: '42501' } })
    const own = { personId: moderator, role: 'owner', startsAt: now, grantedById: moderator } as const
    await expect(inTenant(city, (db) => db.insert(grants).values(own))).rejects.toMatchObject({
      cause: { code: '23514' },
    })
  })
})

describe('the last who can give roles', () => {
  test('keeps theirs: not taken back, not ended, not left by deleting the account', async () => {
    const admin = await aPerson(city, { role: 'admin' })
    const { id: grantId } = await grantOf(admin)
    const tomorrow = new Date(now.getTime() + 48 * hour).toISOString().slice(0, 10)
    expect(await revokeRole(city, { grantId, byId: admin, now })).toMatchObject({ refusal: 'last_admin' })
    const ending = { grantId, byId: admin, endsOn: tomorrow, now }
    expect(await setRoleEnd(city, ending)).toMatchObject({ refusal: 'last_admin' })
    expect(await deleteAccount(city, { personId: admin, now })).toMatchObject({ refusal: 'last_admin' })
    expect(await held(admin)).toHaveLength(1)
  })

  test('cannot be removed by two who remove each other at once', async () => {
    const [one, two] = [await aPerson(city, { role: 'admin' }), await aPerson(city, { role: 'admin' })]
    const [first, second] = [await grantOf(one), await grantOf(two)]
    const outcomes = await Promise.all([
      revokeRole(city, { grantId: second.id, byId: one, now }),
      revokeRole(city, { grantId: first.id, byId: two, now }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await held(one)).length + (await held(two)).length).toBe(1)
  })
})

test('the same role is not given twice for the same place', async () => {
  const admin = await aPerson(city, { role: 'admin' })
  const omar = await aPerson(city)
  const twice = await Promise.all([give(omar, admin), give(omar, admin)])
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  expect(twice.find(({ ok }) => !ok)).toMatchObject({ refusal: 'already_granted' })
})

test('another city’s people and roles are not there', async () => {
  const admin = await aPerson(city, { role: 'admin' })
  const stranger = await aPerson(elsewhere, { name: 'Zénobie Introuvable', role: 'moderator' })
  expect(await searchPeople(city, 'Introuvable')).toEqual([])
  expect(await searchPeople(elsewhere, 'introuvable')).toMatchObject([{ id: stranger }])
  expect(await searchPeople(elsewhere, '%_')).toEqual([])
  expect(await give(stranger, admin)).toMatchObject({ refusal: 'not_there' })
})
