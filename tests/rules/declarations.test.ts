import { expect, test } from 'vitest'
import { declarationRefusal, isDisposable } from '@/lib/people/rules'

test('edge 44: an address for a few minutes declares nothing, nor does one below its domain', () => {
  const disposableDomains = ['jetable.test']
  for (const email of ['a@jetable.test', 'a@b.JETABLE.test'])
    expect(isDisposable(email, disposableDomains), email).toBe(true)
  for (const email of ['a@pasjetable.test', 'jetable.test@exemple.fr', 'a@test', null])
    expect(isDisposable(email, disposableDomains), String(email)).toBe(false)
  const ground = { districtCodes: [], disposableDomains, year: 2026 }
  const declared = { birthYear: 1980, districtCode: null }
  const refusal = (assurance: 'A1' | 'A3') =>
    declarationRefusal({ assurance, email: 'a@jetable.test' }, declared, ground)
  expect([refusal('A1'), refusal('A3')]).toEqual(['disposable_address', 'vouched'])
})
