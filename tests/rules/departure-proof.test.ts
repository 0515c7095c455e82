import { expect, test } from 'vitest'
import { PastedProof } from '@/lib/operator/departures/input'
import { publicKeyFrom } from '@/lib/auth/signing/rules'
import { signedProof, verdictOn } from '@/lib/tenancy/departure/erasing/rules'

const [seed, other] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]
const known = { city: 'val', erasedAt: '2026-11-22T10:00:00.000Z', rows: { people: 3, ideas: 12 } }
const proof = signedProof(seed, known)
const key = publicKeyFrom(seed)

test('a proof is genuine as it was signed, whatever the order of its lines', () => {
  expect(verdictOn(proof, key)).toBe('genuine')
  expect(verdictOn({ ...proof, rows: { ideas: 12, people: 3 } }, key)).toBe('genuine')
})

test.each([
  ['rows', { rows: { people: 2, ideas: 12 } }],
  ['city', { city: 'mont' }],
  ['erasedAt', { erasedAt: '2026-11-23T10:00:00.000Z' }],
  ['signature', { signature: signedProof(seed, { ...known, city: 'mont' }).signature }],
])('whoever alters its %s is found out', (_part, change) => {
  expect(verdictOn({ ...proof, ...change }, key)).toBe('altered')
})

test('another operator’s proof is not ours, even under our key', () => {
  expect(verdictOn(signedProof(other, known), key)).toBe('of_another')
  expect(verdictOn({ ...signedProof(other, known), publicKey: key }, key)).toBe('altered')
})

test.each(['', 'x', '[]', '{"format":"parvis-departure"}', JSON.stringify({ ...proof, more: 1 })])(
  '%j is no proof',
  (pasted) => expect(PastedProof.safeParse({ proof: pasted }).success).toBe(false),
)

test('a downloaded proof is read back', () => {
  expect(PastedProof.parse({ proof: JSON.stringify(proof, null, 1) }).proof).toEqual(proof)
})
