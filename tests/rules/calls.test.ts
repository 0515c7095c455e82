import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  choose,
  endOf,
  gate,
  type Need,
  reasonsFor,
  slotOf,
  stateAfter,
  waveSize,
} from '@/lib/agir/calls/rules'
import { kilometresFrom } from '@/lib/agir/volunteers/distances/rules'
import { isAtLeast } from '@/lib/agir/volunteers/rules'
import { shippedCities } from '@/tenants/shipped'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const need: Need = {
  skills: ['first_aid'],
  language: null,
  minAge: 18,
  districtCode: '19',
  slot: '6_morning',
}
const someone = (detail: Partial<Candidate> = {}): Candidate => ({
  ...{
    personId: 'a',
    skills: ['first_aid'],
    languages: ['fr'],
    availability: ['6_morning'],
    birthYear: 1990,
  },
  ...{ districtCode: '19', radiusKm: 5, kilometres: 0, askedLately: 0 },
  ...detail,
})

describe('whoever is asked', () => {
  test.each([
    ['fits', {}, {}, null],
    ['lives too far for what they said', { kilometres: 5.1 }, {}, 'distance'],
    ['lives as far as they said', { kilometres: 5 }, {}, null],
    ['goes anywhere', { radiusKm: null, kilometres: 40 }, {}, null],
    ['is not free then', { availability: ['6_evening'] }, {}, 'availability'],
    ['does not speak the language needed', {}, { language: 'ar' }, 'language'],
    ['speaks it', { languages: ['ar'] }, { language: 'ar' }, null],
    ['was asked twice this week', { askedLately: 2 }, {}, 'cap'],
    ['turns eighteen this year, on a day nobody knows', { birthYear: 2008 }, {}, 'age'],
    ['was eighteen last year', { birthYear: 2007 }, {}, null],
    ['offered nothing that helps, and may still come', { skills: [] }, {}, null],
  ])('%s', (_what, detail, change, verdict) => {
    expect(gate(someone(detail), { ...need, ...change }, 2026)).toBe(verdict)
  })

  test('is who can do it first, then who lives near, then who was asked least; the same each time', () => {
    const [able, near, far, weary] = [
      someone({ personId: 'able', kilometres: 4 }),
      someone({ personId: 'near', skills: [] }),
      someone({ personId: 'far', skills: [], kilometres: 4 }),
      someone({ personId: 'weary', askedLately: 1 }),
    ]
    const order = ['able', 'weary', 'near', 'far']
    expect(choose([far, near, weary, able], need, 2026).map(({ personId }) => personId)).toEqual(order)
    expect(choose([able, weary, near, far], need, 2026).map(({ personId }) => personId)).toEqual(order)
  })

  test('is told why: where they live, what they offered, when they are free', () => {
    expect(reasonsFor(someone(), need)).toEqual(['district', 'skill:first_aid', 'slot'])
    expect(reasonsFor(someone({ districtCode: '18' }), { ...need, language: 'fr' })).toEqual([
      ...['near', 'skill:first_aid', 'language', 'slot'],
    ])
    expect(reasonsFor(someone({ skills: [] }), { ...need, districtCode: null })).toEqual(['slot'])
  })
})

describe('a call goes out in waves', () => {
  const now = new Date('2026-11-24T11:00:00Z')
  const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
  test.each([
    ['somewhat more people than seats at first', 3, 0, null, 96, 7],
    ['nobody while those asked may still answer', 3, 7, -1, 96, 0],
    ['the next once all of them have', 3, 0, -1, 96, 7],
    ['the next after four hours of silence', 3, 7, -4, 96, 7],
    ['sooner when little time is left', 3, 7, -0.6, 2, 7],
    ['nobody when it is full', 0, 0, null, 96, 0],
    ['nobody when it is over', 3, 0, null, 0, 0],
  ])('%s', (_what, free, unanswered, last, left, size) => {
    const round = { free, unanswered, lastWaveAt: last === null ? null : later(last), expiresAt: later(left) }
    expect(waveSize(round, now)).toBe(size)
  })

  test('and an answer takes a seat while there is one', () => {
    expect([stateAfter('yes', 1), stateAfter('yes', 0), stateAfter('no', 1), stateAfter('stop', 1)]).toEqual([
      ...['coming', 'waiting', 'declined', 'stopped'],
    ])
  })
})

test('it is over with that part of the day where the city is, whatever the season', () => {
  const at = (onDay: string, part: 'morning' | 'evening', zone: string) =>
    endOf({ onDay, part }, zone).toISOString()
  expect(at('2026-11-28', 'morning', 'Europe/Paris')).toBe('2026-11-28T11:00:00.000Z')
  expect(at('2026-07-04', 'morning', 'Europe/Paris')).toBe('2026-07-04T10:00:00.000Z')
  expect(at('2026-11-28', 'evening', 'America/Santiago')).toBe('2026-11-29T02:00:00.000Z')
  expect(slotOf({ onDay: '2026-11-28', part: 'morning' })).toBe('6_morning')
})

test('from the nineteenth one is nearer to the twentieth than to the fifteenth', () => {
  const far = kilometresFrom(paris.territory, '19')
  expect(far.get('19')).toBe(0)
  expect(far.get('20')!).toBeLessThan(4)
  expect(far.get('15')!).toBeGreaterThan(6)
  expect(kilometresFrom(paris.territory, 'nowhere').size).toBe(0)
})

test.each([
  [16, 2010, false],
  [16, 2009, true],
])('of %i years, born in %i: %s', (age, born, is) => expect(isAtLeast(age, born, 2026)).toBe(is))
