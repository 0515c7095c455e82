import { describe, expect, test } from 'vitest'
import { EndInput, GrantInput, RevokeInput } from '@/lib/people/roles/input'
import { grantRefusal, midnight } from '@/lib/people/roles/rules'
import {
  type Acting,
  actsAs,
  type Grant,
  type GrantedRole,
  grantedRoles,
  type Role,
} from '@/lib/people/rules'

const everywhere = (role: GrantedRole): Grant => ({ role, scopeKind: 'city', scopeValue: null })
const holding = (...grants: Grant[]): Acting => ({ grants })
const now = new Date('2026-11-22T10:00:00Z')

test('each role does its own work, and only who governs does that of others', () => {
  const may = Object.fromEntries(
    grantedRoles.map((role) => [
      role,
      grantedRoles.filter((needed) => actsAs(holding(everywhere(role)), needed)),
    ]),
  )
  expect(may).toEqual({
    moderator: ['moderator'],
    instructor: ['instructor'],
    signatory: ['signatory'],
    area_admin: ['moderator', 'instructor', 'area_admin'],
    dpo: ['dpo'],
    auditor: ['auditor'],
    admin: ['moderator', 'instructor', 'area_admin', 'admin'],
    owner: ['moderator', 'instructor', 'area_admin', 'admin', 'owner'],
  })
  expect(actsAs(holding(), 'citizen')).toBe(true)
  expect(grantedRoles.filter((needed) => actsAs(holding(), needed))).toEqual([])
})

test('a role for one district or theme reaches nothing elsewhere', () => {
  const local = holding({ role: 'moderator', scopeKind: 'district', scopeValue: '11' })
  expect(actsAs(local, 'moderator')).toBe(true)
  expect(actsAs(local, 'moderator', { districtCode: '11', themeId: 'sport' })).toBe(true)
  expect(actsAs(local, 'moderator', { districtCode: '12', themeId: 'sport' })).toBe(false)
  expect(actsAs(local, 'moderator', { districtCode: null, themeId: 'sport' })).toBe(false)
  expect(actsAs(local, 'moderator', { districtCode: '12', secondDistrictCode: '11' })).toBe(true)
  const themed = holding({ role: 'instructor', scopeKind: 'theme', scopeValue: 'sport' })
  expect(actsAs(themed, 'instructor', { districtCode: '12', themeId: 'sport' })).toBe(true)
  expect(actsAs(themed, 'instructor', { themeId: null })).toBe(false)
  expect(actsAs(themed, 'moderator', { themeId: 'sport' })).toBe(false)
})

describe('nobody gives', () => {
  const given = { personId: 'b', role: 'moderator', scopeKind: 'city', startsAt: now, endsAt: null } as const
  const admin = { id: 'a', grants: [everywhere('admin')] }

  test.each<[string, Role, object, string]>([
    ['themselves a role', 'admin', { personId: 'a' }, 'own_role'],
    ['a role above their own', 'admin', { role: 'owner' }, 'above_own'],
    ['anything, as a moderator', 'moderator', {}, 'above_own'],
    ['anything, as who signs', 'signatory', {}, 'above_own'],
    ['the whole city’s data to one district', 'admin', { role: 'dpo', scopeKind: 'district' }, 'wrong_scope'],
    ['a district to be led everywhere', 'admin', { role: 'area_admin' }, 'wrong_scope'],
    ['a role that is already over', 'admin', { endsAt: now }, 'ends_too_soon'],
  ])('%s', (_what, role, change, refusal) => {
    const by = { id: 'a', grants: [everywhere(role as GrantedRole)] }
    expect(grantRefusal(by, { ...given, ...change }, now)).toBe(refusal)
  })

  test('and an administrator gives the rest', () => {
    expect(grantRefusal(admin, given, now)).toBeNull()
    const owner = { id: 'a', grants: [everywhere('owner')] }
    expect(grantRefusal(owner, { ...given, role: 'owner' }, now)).toBeNull()
  })
})

test('a role lasts whole days of the city, also when the clocks change', () => {
  expect(midnight('2026-11-22', 'Europe/Paris')).toEqual(new Date('2026-11-21T23:00:00Z'))
  expect(midnight('2026-10-25', 'Europe/Paris', { after: true })).toEqual(new Date('2026-10-25T23:00:00Z'))
})

describe('a form about roles says nothing else (T32)', () => {
  const form = {
    personId: crypto.randomUUID(),
    role: 'moderator',
    scope: 'district:11',
    startsOn: '',
    endsOn: '',
    reason: 'Renfort de décembre',
  }

  test.each(['tenantId', 'byId', 'grantedById', 'isAdmin', 'constructor', 'prototype', 'grants'])(
    '%s',
    (key) => {
      expect(GrantInput.safeParse({ ...form, [key]: 'admin' }).success).toBe(false)
      expect(EndInput.safeParse({ grantId: form.personId, endsOn: '', [key]: 'admin' }).success).toBe(false)
      expect(RevokeInput.safeParse({ grantId: form.personId, [key]: 'admin' }).success).toBe(false)
    },
  )

  test.each([
    { role: 'citizen' },
    { role: 'superadmin' },
    { scope: 'city:11' },
    { scope: 'district' },
    { scope: 'planet:x' },
  ])('%o', (change) => expect(GrantInput.safeParse({ ...form, ...change }).success).toBe(false))

  test('and nothing of it reaches every object', () => {
    const sent = JSON.parse(
      `{"__proto__":{"role":"admin","grants":[{"role":"owner"}]},"grantId":"${form.personId}"}`,
    )
    RevokeInput.safeParse(sent)
    expect(({} as { role?: string }).role).toBeUndefined()
    expect(GrantInput.parse(form)).toMatchObject({
      scope: { scopeKind: 'district', scopeValue: '11' },
      endsOn: null,
    })
  })
})
