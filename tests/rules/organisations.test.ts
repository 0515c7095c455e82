import { describe, expect, test } from 'vitest'
import { normalised, numberProblem } from '@/lib/agir/organisations/identifiers/rules'
import { changeRefusal, leavingRefusal } from '@/lib/agir/organisations/members/rules'
import { hostOf, ladderOf, trustBy, vouchingRefusal } from '@/lib/agir/organisations/proofs/rules'
import type { IdentifierScheme, ProofMethod } from '@/lib/agir/organisations/rules'

const now = new Date('2026-11-22T10:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

describe('a number', () => {
  test.each<[string, IdentifierScheme, string, string | null]>([
    ['of an association', 'rna', 'W751234567', null],
    ['of Corsica', 'rna', 'W2A1001234', null],
    ['without its letter', 'rna', '751234567', 'number_form'],
    ['one digit too many', 'rna', 'W7512345678', 'number_form'],
    ['of Strasbourg, where there is none', 'rna', 'W671000001', 'alsace_moselle'],
    ['of Metz, where there is none', 'rna', 'W572000001', 'alsace_moselle'],
    ['that adds up', 'siren', '732829320', null],
    ['with two digits exchanged', 'siren', '723829320', 'number_sum'],
    ['of nothing but zeros', 'siren', '000000000', 'number_sum'],
    ['of an establishment', 'siret', '73282932000074', null],
    ['of an establishment that does not add up', 'siret', '73282932000075', 'number_sum'],
    ['of an office of La Poste', 'siret', '35600000049837', null],
    ['of the seat of La Poste', 'siret', '35600000000048', null],
    ['that La Poste could not have', 'siret', '35600000049838', 'number_sum'],
    ['whose company does not add up', 'siret', '72382932000074', 'number_sum'],
    ['of another country', 'other', 'BE0123456789', null],
    ['too short for any register', 'other', 'A1', 'number_form'],
  ])('%s (%s %s)', (_, scheme, value, problem) => {
    expect(numberProblem({ scheme, value })).toBe(problem)
  })

  test('is the same however it was typed', () => {
    expect(['732 829 320', '732.829.320', ' ７３２829320 '].map(normalised)).toEqual(
      Array(3).fill('732829320'),
    )
    expect(normalised('w75-1234567')).toBe('W751234567')
  })
})

const proof = (method: ProofMethod, days = 100, by = '') => ({
  method,
  evidence: (by ? { by } : {}) as Record<string, string>,
  expiresAt: inDays(days),
})

describe('how far one is trusted', () => {
  test.each<[string, ReturnType<typeof proof>[], number, number | null]>([
    ['nobody proved anything', [], 0, null],
    ['a number', [proof('register')], 1, 100],
    ['a number that was to be checked again yesterday', [proof('register', -1)], 0, null],
    ['its own domain', [proof('dns', 30), proof('register', 300)], 2, 30],
    [
      'a document and a letter: the later of the two',
      [proof('document', 30), proof('letter_code', 60)],
      2,
      60,
    ],
    ['the city', [proof('city', 10), proof('document', 60)], 3, 10],
    ['one resident', [proof('vouching', 50, 'resident')], 0, null],
    [
      'two residents, until the first of them no longer does',
      [proof('vouching', 50, 'resident'), proof('vouching', 20, 'resident')],
      1,
      20,
    ],
    ['one that was itself verified', [proof('vouching', 50, 'organisation')], 2, 50],
  ])('%s', (_, proofs, trust, days) => {
    expect(trustBy(proofs, now)).toEqual({ trust, provenUntil: days === null ? null : inDays(days) })
  })
})

test('a resident answers for others than their own, if the city knows where they live', () => {
  const known = { id: 'x', assurance: 'A3', residence: 'lives', role: null, vouchedFor: 0, hasVouched: false }
  expect(vouchingRefusal(known)).toBeNull()
  expect(vouchingRefusal({ ...known, role: 'member' })).toBe('own_organisation')
  expect(vouchingRefusal({ ...known, assurance: 'A2' })).toBe('known_too_little')
  expect(vouchingRefusal({ ...known, residence: 'works' })).toBe('known_too_little')
  expect(vouchingRefusal({ ...known, hasVouched: true })).toBe('already_vouched')
  expect(vouchingRefusal({ ...known, vouchedFor: 5 })).toBe('too_many_vouched')
})

test('the sign is looked for on a name, never on an address of numbers', () => {
  expect(hostOf('https://www.exemple.fr/nous')).toBe('exemple.fr')
  expect(hostOf('https://127.0.0.1/nous')).toBeNull()
  expect(hostOf(null)).toBeNull()
})

test('roles are given and taken from above, and the last owner stays', () => {
  expect(changeRefusal({ by: 'manager', from: 'member', to: 'coordinator', owners: 1 })).toBeNull()
  expect(changeRefusal({ by: 'manager', from: 'member', to: 'manager', owners: 1 })).toBe('beyond_your_role')
  expect(changeRefusal({ by: 'coordinator', from: 'member', to: null, owners: 1 })).toBe('beyond_your_role')
  expect(changeRefusal({ by: 'owner', from: 'owner', to: 'manager', owners: 1 })).toBe('last_owner')
  expect(changeRefusal({ by: 'owner', from: 'owner', to: null, owners: 2 })).toBeNull()
  expect(leavingRefusal('owner', 1)).toBe('last_owner')
  expect(leavingRefusal('manager', 1)).toBeNull()
})

test('the ladder says what is behind a group and what comes next, whatever it has climbed', () => {
  const standing = (state: 'submitted' | 'active', trust: number) =>
    ladderOf({ state, trust }).map(({ isReached, isNext }) =>
      isReached ? 'behind' : isNext ? 'next' : 'ahead',
    )
  expect(standing('submitted', 0)).toEqual(['next', 'ahead', 'ahead'])
  expect(standing('active', 0)).toEqual(['behind', 'next', 'ahead'])
  expect(standing('active', 1)).toEqual(['behind', 'behind', 'next'])
  expect(standing('active', 3)).toEqual(['behind', 'behind', 'behind'])
})
