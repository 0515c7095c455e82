import { describe, expect, test } from 'vitest'
import { identityOf, paperRefusal, readLines, sampleOf, signerIn } from '@/lib/ideas/paper/rules'

const now = new Date('2026-05-10T12:00:00Z')
const idea = {
  publication: 'published',
  collection: 'open',
  deadlineAt: new Date('2026-06-01'),
  supportAssurance: 'A2',
} as const
const signs = { paperSheets: true }

test('an idea is signed on paper when its own rules say so, while it gathers, and if an account needs no proof', () => {
  expect(paperRefusal(idea, signs, now)).toBeNull()
  expect(paperRefusal({ ...idea, collection: 'certified' }, signs, now)).toBeNull()
  expect(paperRefusal(idea, { paperSheets: false }, now)).toBe('no_paper')
  expect(paperRefusal(idea, null, now)).toBe('no_paper')
  expect(paperRefusal({ ...idea, supportAssurance: 'A3' }, signs, now)).toBe('account_needed')
  expect(paperRefusal({ ...idea, deadlineAt: now }, signs, now)).toBe('closed')
  expect(paperRefusal({ ...idea, collection: 'suspended' }, signs, now)).toBe('closed')
  expect(paperRefusal({ ...idea, publication: 'hidden' }, signs, now)).toBe('closed')
})

test('edge 54: what was handed in on time is typed in for some days more, and nothing that came later', () => {
  const over = { ...idea, timeZone: 'Europe/Paris', deadlineAt: new Date('2026-05-09T22:00:00Z') }
  const late = (days: number, at = now, receivedOn = '2026-05-09') =>
    paperRefusal(over, { paperSheets: true, paperEntryDays: days }, at, receivedOn)
  expect(late(0)).toBe('closed')
  expect(late(3)).toBeNull()
  expect(late(3, now, '2026-05-10')).toBe('received_late')
  expect(late(3, new Date('2026-05-12T21:59:59Z'))).toBeNull()
  expect(late(3, new Date('2026-05-12T22:00:00Z'))).toBe('closed')
  const expired = { ...over, collection: 'expired' } as const
  expect(paperRefusal(expired, { paperSheets: true, paperEntryDays: 3 }, now)).toBe('closed')
})

test('one person is one name in any order, with or without capitals and accents; another year is another person', () => {
  const zoe = identityOf({ name: 'Zoé Lemaître-Cœur', birthYear: 1990 })
  for (const name of ['LEMAITRE COEUR Zoe', 'coeur, zoé  lemaître', 'Zoe\u0301 Lemaître Cœur'])
    expect(identityOf({ name, birthYear: 1990 }), name).toBe(zoe)
  expect(identityOf({ name: 'Zoé Lemaître-Cœur', birthYear: 1991 })).not.toBe(zoe)
  expect(identityOf({ name: 'Zoé Lemaître', birthYear: 1990 })).not.toBe(zoe)
  expect(identityOf({ name: 'سَلْوى منصور', birthYear: 1990 })).toBe(
    identityOf({ name: 'منصور سلوى', birthYear: 1990 }),
  )
})

describe('what is typed', () => {
  test('is a person on each line, a dash where the paper cannot be read, and the first line that says neither', () => {
    expect(readLines('Zoé Martin 1990\r\n-\n\n Ivo Pernat; 1971 ')).toEqual({
      signers: [
        { name: 'Zoé Martin', birthYear: 1990, line: 1 },
        { name: 'Ivo Pernat', birthYear: 1971, line: 4 },
      ],
      spoilt: 1,
      unread: null,
    })
    expect(readLines('Zoé Martin 1990\nIvo Pernat').unread).toBe(2)
  })

  test('is two words and a year of this century or the last', () => {
    for (const bad of [
      'Zoé 1990',
      'Zoé Martin',
      'Zoé Martin 90',
      'Zoé Martin 1890',
      '1990',
      `${'a '.repeat(99)}1990`,
    ])
      expect(signerIn(bad), bad).toBeNull()
  })
})

test('five lines are compared with the paper, or one in ten, each once', () => {
  const lines = (size: number) => Array.from({ length: size }, (_, place) => place + 1)
  expect(sampleOf(lines(3), () => 0)).toEqual([1, 2, 3])
  expect(sampleOf(lines(30), (below) => below - 1)).toEqual([26, 27, 28, 29, 30])
  expect(new Set(sampleOf(lines(100), (below) => Math.floor(below / 2))).size).toBe(10)
})
