import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qrCode } from '@/lib/qr/rules'

const drawn = (text: string) =>
  qrCode(text)
    ?.map((row) => row.map(Number).join(''))
    .join('\n') ?? ''
const digest = (text: string) => createHash('sha256').update(drawn(text)).digest('hex').slice(0, 16)

test.each([
  ['a', 21, 'ad65f877bf9411d1'],
  ['https://decider.ville.fr/idees/2f1c0a3e-5d6b-4c7a-8e9f-0a1b2c3d4e5f', 37, '35d637f3b4b4615e'],
  ['https://decider.ville.fr/idees/' + 'fontaine-'.repeat(20), 57, '34dddfc492e4a715'],
])('a code says %s as other programs write it', (text, side, known) => {
  expect(qrCode(text)).toHaveLength(side)
  expect(digest(text)).toBe(known)
})

test('no code is drawn for a text that none of a printable size can hold', () => {
  expect(qrCode('a'.repeat(666))).not.toBeNull()
  expect(qrCode('a'.repeat(667))).toBeNull()
})
