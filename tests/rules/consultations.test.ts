import { describe, expect, test } from 'vitest'
import { ConsultationInput, LinkInput } from '@/lib/consultations/input'
import { readFilters, writeFilters } from '@/lib/consultations/listing/input'
import { allFound, arranged, noFilters } from '@/lib/consultations/listing/rules'
import {
  cancelRefusal,
  changeRefusal,
  daysRefusal,
  isLate,
  reportDueAfter,
  statusOf,
} from '@/lib/consultations/rules'
import { belleville } from '@/tenants/belleville'

const days = {
  opensOn: '2026-05-01',
  closesOn: '2026-05-31',
  reportDueOn: '2026-07-30',
  reportedOn: null,
  decidedOn: null,
  followedUpOn: null,
  cancelledOn: null,
}

test.each([
  ['2026-04-30', 'announced'],
  ['2026-05-01', 'open'],
  ['2026-05-31', 'open'],
  ['2026-06-01', 'closed_report_due'],
])('on %s it is %s', (today, status) => {
  expect(statusOf(days, today)).toBe(status)
})

test('what was published says more than any day', () => {
  expect(statusOf({ ...days, reportedOn: '2026-06-10' }, '2026-06-11')).toBe('report_published')
  expect(statusOf({ ...days, reportedOn: '2026-06-10', decidedOn: '2026-06-11' }, '2026-06-12')).toBe(
    'decision_published',
  )
})

test('a report is late from the day after it was due, until it is there', () => {
  expect(isLate(days, '2026-07-30')).toBe(false)
  expect(isLate(days, '2026-07-31')).toBe(true)
  expect(isLate({ ...days, reportedOn: '2026-08-02' }, '2026-09-01')).toBe(false)
  expect(reportDueAfter('2026-12-31')).toBe('2027-03-01')
})

test('what lasts leaves seven days to answer, what happens takes one', () => {
  const asked = { opensOn: '2026-05-01', closesOn: '2026-05-06', reportDueOn: null }
  expect(daysRefusal('questionnaire', asked)).toBe('too_short')
  expect(daysRefusal('questionnaire', { ...asked, closesOn: '2026-05-07' })).toBeNull()
  expect(daysRefusal('public_meeting', { ...asked, closesOn: '2026-05-01' })).toBeNull()
  expect(daysRefusal('workshop', { ...asked, closesOn: '2026-04-30' })).toBe('days_reversed')
  expect(changeRefusal(days, { ...days, opensOn: '2026-05-02' }, '2026-04-30')).toBeNull()
})

test('what is called off is neither open nor late, whatever the day', () => {
  const off = { ...days, cancelledOn: '2026-05-02', publishedAt: new Date('2026-04-01T00:00:00Z') }
  expect(statusOf(off, '2026-05-10')).toBe('cancelled')
  expect(isLate(off, '2026-09-01')).toBe(false)
  expect(cancelRefusal(off, '2026-05-10')).toBe('cancelled')
  const running = { ...off, cancelledOn: null }
  expect(cancelRefusal(running, '2026-05-31')).toBeNull()
  expect(cancelRefusal(running, '2026-06-01')).toBe('over')
  expect(cancelRefusal({ ...running, publishedAt: null }, '2026-05-10')).toBe('not_there')
})

test('a meeting can be put off on its very day, what lasts only before its first', () => {
  const evening = { ...days, closesOn: days.opensOn }
  const put = (type: 'public_meeting' | 'questionnaire', today: string) =>
    changeRefusal({ ...evening, type }, { ...evening, opensOn: '2026-05-08', closesOn: '2026-05-08' }, today)
  expect(put('public_meeting', '2026-05-01')).toBeNull()
  expect(put('public_meeting', '2026-05-02')).toBe('begun')
  expect(put('questionnaire', '2026-05-01')).toBe('begun')
})

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http://exemple.test/',
  '//exemple.test',
  '"><script>alert(1)</script>',
])('T21: nobody is sent to %j', (url) => {
  const id = '0b5a4c2f-2f4e-4f57-9d56-0f2e4f8a9b11'
  const fields = { type: 'workshop', title: 'Un atelier', externalUrl: url }
  const read = ConsultationInput({ tenant: belleville }).safeParse(fields)
  expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['externalUrl'])
  expect(LinkInput.safeParse({ id, title: 'Le plan', url }).success).toBe(false)
})

test('a summary has five lines and no more', () => {
  const read = (summary: string) =>
    ConsultationInput({ tenant: belleville }).safeParse({ type: 'workshop', title: 'Un atelier', summary })
  expect(read('a\nb\nc\nd\ne').success).toBe(true)
  expect(read('a\nb\nc\nd\ne\nf').error?.issues[0]).toMatchObject({
    path: ['summary'],
    message: 'too_many_lines',
  })
})

describe('the inventory', () => {
  const one = (id: string, change: object) => ({
    ...days,
    id,
    type: 'workshop' as const,
    districtCode: null,
    themeId: null,
    ...change,
  })
  const all = [
    one('past', { closesOn: '2026-05-02', reportedOn: '2026-05-03' }),
    one('late', { closesOn: '2026-05-02', reportDueOn: '2026-05-04' }),
    one('far', { closesOn: '2026-06-30', districtCode: 'la-gare' }),
    one('near', { closesOn: '2026-05-20' }),
    one('coming', { opensOn: '2026-06-01', closesOn: '2026-06-30' }),
  ]
  const shown = (change = {}) =>
    arranged(all, { ...noFilters, ...change }, '2026-05-10').shown.map(({ one: { id } }) => id)

  test('begins with what closes first, then what comes, what is owed, and what is past', () => {
    expect(shown()).toEqual(['near', 'far', 'coming', 'late', 'past'])
  })

  test('is narrowed by any of its sides, and counts what each choice would show', () => {
    expect(shown({ districts: ['la-gare'] })).toEqual(['far'])
    expect(shown({ districts: ['ville'], statuses: ['open'] })).toEqual(['near'])
    expect(shown({ from: '2026-06-25' })).toEqual(['far', 'coming'])
    const { facets } = arranged(all, { ...noFilters, statuses: ['open'] }, '2026-05-10')
    expect(facets.statuses).toMatchObject({ open: 2, announced: 1 })
    expect(facets.districts).toEqual({ ville: 1, 'la-gare': 1 })
  })

  test('is followed as it is narrowed, whole', () => {
    const followed = (change = {}) =>
      allFound(all, { ...noFilters, ...change }, '2026-05-10').map(({ id }) => id)
    expect(followed({ statuses: ['open'], page: 9 })).toEqual(['far', 'near'])
    expect(followed()).toHaveLength(5)
  })

  test('has an address for every narrowing, and forgets what it does not know', () => {
    const address = '?etat=en-cours&type=workshop&district=la-gare&theme=riviere&du=2026-05-01&page=2'
    const query = Object.fromEntries(new URLSearchParams(address))
    expect(writeFilters(readFilters(query, belleville), { page: 2 })).toBe(address)
    const strange = readFilters({ etat: 'x', type: ['a', 'b'], du: '2026-13-01', page: '1e9' }, belleville)
    expect(strange).toEqual(noFilters)
  })
})
