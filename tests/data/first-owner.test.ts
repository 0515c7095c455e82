import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { nameOwner } from '@/lib/people/roles/first/commands'
import { grantRole } from '@/lib/people/roles/commands'
import { grantsInForce } from '@/lib/people/roles/queries'
import { paris } from '@/tenants/paris'
import { aPerson, belleville } from '../support/factories'

const now = new Date()
const grantsOf = (personId: string) => inTenant(paris, (db) => grantsInForce(db, personId))

test('the operator gives a city to someone who has signed in there, who then names the others', async () => {
  const email = `Maire-${randomUUID()}@exemple.fr`
  const [mayor, moderator] = [await aPerson(paris, { email }), await aPerson(paris)]
  expect(await nameOwner(belleville, { email, now })).toEqual({ ok: false, refusal: 'nobody_known' })
  expect(await nameOwner(paris, { email: email.toLowerCase(), now })).toMatchObject({ ok: true })
  expect(await nameOwner(paris, { email, now })).toEqual({ ok: false, refusal: 'already_governs' })
  expect(await grantsOf(mayor)).toEqual([{ role: 'owner', scopeKind: 'city', scopeValue: null }])

  const department = { scopeKind: 'department', scopeValue: paris.departments[0]!.id } as const
  const asked = { personId: moderator, byId: mayor, startsOn: null, endsOn: null, reason: 'Renfort', now }
  const given = await grantRole(paris, { ...asked, role: 'instructor', ...department })
  expect(given).toMatchObject({ ok: true })
  expect(await grantsOf(moderator)).toEqual([{ role: 'instructor', ...department }])
})

test('an address that two accounts have names nobody', async () => {
  const email = `deux-${randomUUID()}@exemple.fr`
  await Promise.all([aPerson(paris, { email }), aPerson(paris, { email })])
  expect(await nameOwner(paris, { email, now })).toEqual({ ok: false, refusal: 'several_known' })
})
