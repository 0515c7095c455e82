import { describe, expect, test } from 'vitest'
import { noDutyFilters, readDutyFilters, writeDutyFilters } from '@/lib/engagements/input'
import { clockOf, dutiesOf, facetsOf, isForward, newsDueAt, standingOf } from '@/lib/engagements/rules'
import { answeredShelves, talliesBy } from '@/lib/engagements/scoreboard/rules'
import { shelfOf } from '@/lib/ideas/rules'
import { paris } from '@/tenants/paris'
import { Rules } from '@/tenants/rules'

const rules = Rules.parse({ threshold: { mode: 'absolute', value: 1500 }, duration: { months: 6 } })
const at = (text: string) => new Date(text)
const timeZone = 'Europe/Paris'

describe('what is owed once a right is certified', () => {
  // Reached on Monday 19 October 2026, certified on Tuesday 27: the clocks went back on the 25th.
  const reachedAt = at('2026-10-19T12:00:00Z')
  const duties = dutiesOf({ reachedAt, certifiedAt: at('2026-10-27T00:00:10Z'), timeZone, rules })

  test('has a date for each kind, the whole last day included, in the city’s zone', () => {
    expect(duties).toEqual([
      { kind: 'acknowledge', dueAt: at('2026-11-03T23:00:00Z') },
      { kind: 'name_instructor', dueAt: at('2026-11-03T23:00:00Z') },
      { kind: 'admissibility', dueAt: at('2026-11-18T23:00:00Z') },
      { kind: 'opinion', dueAt: at('2027-02-19T23:00:00Z') },
    ])
  })

  test('follows the rules frozen on the idea', () => {
    const slow = dutiesOf({
      reachedAt,
      certifiedAt: reachedAt,
      timeZone: 'America/Santiago',
      rules: { ...rules, answerMonths: 1, acknowledgeWorkingDays: 1 },
    })
    expect(slow[0]!.dueAt).toEqual(at('2026-10-21T03:00:00Z'))
    expect(slow[3]!.dueAt).toEqual(at('2026-11-20T03:00:00Z'))
  })

  test('news are owed again after so many calendar months, the 31st included', () => {
    expect(newsDueAt(at('2026-08-31T10:00:00Z'), rules, timeZone)).toEqual(at('2027-02-28T23:00:00Z'))
  })
})

describe('the clock on the city', () => {
  const owed = { dueAt: at('2026-03-13T00:00:00Z'), metAt: null, waivedAt: null }

  test('counts the day under way, and is late from the limit on', () => {
    expect(clockOf(owed.dueAt, at('2026-03-04T00:00:00Z'))).toEqual({ state: 'left', days: 9 })
    expect(clockOf(owed.dueAt, at('2026-03-12T23:59:59.999Z'))).toEqual({ state: 'left', days: 1 })
    expect(clockOf(owed.dueAt, owed.dueAt)).toEqual({ state: 'late', days: 1 })
    expect(clockOf(owed.dueAt, at('2026-03-16T12:00:00Z'))).toEqual({ state: 'late', days: 4 })
  })

  test('what is done at the limit is done late; what is waived is neither', () => {
    const before = at('2026-03-12T23:59:59.999Z')
    expect(standingOf(owed, before)).toBe('owed')
    expect(standingOf(owed, owed.dueAt)).toBe('late')
    expect(standingOf({ ...owed, metAt: before }, owed.dueAt)).toBe('met')
    expect(standingOf({ ...owed, metAt: owed.dueAt }, owed.dueAt)).toBe('met_late')
    expect(standingOf({ ...owed, waivedAt: before }, at('2027-01-01T00:00:00Z'))).toBe('waived')
  })
})

describe('the list of engagements', () => {
  test('an address says what it shows, and unknown words say nothing', () => {
    const address = '?service=voirie&district=11&nature=avis&etat=en-retard'
    const query = { service: ['voirie', 'x'], district: '11', nature: 'avis', etat: 'en-retard', apres: '!' }
    const filters = readDutyFilters(query, paris)
    expect(writeDutyFilters(filters)).toBe(address)
    const after = { dueAt: at('2026-03-13T00:00:00Z'), id: '0b6f1f0a-3a5e-4a59-9a1f-3f3a1c5d2e77' }
    const next = new URLSearchParams(writeDutyFilters(filters, {}, after))
    expect(readDutyFilters(Object.fromEntries(next), paris).after).toEqual(after)
  })

  test('goes forward while something is owed, and back through what is done', () => {
    expect(isForward({ standings: [] })).toBe(true)
    expect(isForward({ standings: ['late', 'met'] })).toBe(false)
  })

  test('tells of each choice what it would show', () => {
    const cell = { departmentId: 'voirie', districtCode: '11', kind: 'opinion', standing: 'late' } as const
    const cells = [
      { ...cell, count: 3 },
      { ...cell, standing: 'met', count: 5 } as const,
      { ...cell, departmentId: null, districtCode: null, kind: 'acknowledge', count: 7 } as const,
    ]
    const facets = facetsOf(cells, { ...noDutyFilters, kinds: ['opinion'] })
    expect(facets.total).toBe(3)
    expect(facets.kinds).toMatchObject({ opinion: 3, acknowledge: 7 })
    expect(facets.standings).toMatchObject({ late: 3, met: 5 })
    expect(facets.departments).toEqual({ voirie: 3 })
  })

  test('edge 30: what two districts owe together is owed by each, and is one duty', () => {
    const cell = {
      departmentId: null,
      districtCode: '11',
      secondDistrictCode: '12',
      kind: 'opinion',
    } as const
    const cells = [{ ...cell, standing: 'late', count: 1 } as const]
    const facets = facetsOf(cells, { ...noDutyFilters, districts: ['12'] })
    expect(facets).toMatchObject({ total: 1, districts: { 11: 1, 12: 1 } })
    expect(talliesBy(cells, 'districtCode').map(({ id }) => id)).toEqual(['11', '12'])
  })
})

test('what was promised is in the list its figure leads to, given up as well', () => {
  const promised = {
    publication: 'published',
    collection: 'certified',
    examination: 'opinion_partial',
  } as const
  for (const delivery of ['none', 'planned', 'in_progress', 'delivered', 'abandoned'] as const)
    expect(answeredShelves).toContain(shelfOf({ ...promised, delivery }))
})
