import { expect, test } from 'vitest'
import { nextLook } from '@/lib/agir/searches/rules'
import { type Candidate, reasonsFor, suggestionsFrom, type Taste } from '@/lib/agir/suggestions/rules'

const candidate = (id: string, detail: Partial<Candidate> = {}): Candidate => ({
  id,
  occurrenceId: null,
  themeIds: ['sport'],
  organiserId: id,
  districtCode: null,
  metres: null,
  startsAt: new Date('2026-12-01T10:00:00Z'),
  ...detail,
})
const follows: Taste = { kind: 'theme_followed', value: 'sport', said: 'sport' }
const keeps: Taste = { kind: 'theme_kept', value: 'nature', said: 'Planter' }
const ids = (tastes: Taste[], all: Candidate[]) => suggestionsFrom(tastes, all, 10).map(({ id }) => id)

test('what two reasons speak for comes before what one does, then what is sooner', () => {
  const both = candidate('both', {
    themeIds: ['sport', 'nature'],
    startsAt: new Date('2026-12-20T10:00:00Z'),
  })
  const later = candidate('later', { startsAt: new Date('2026-12-05T10:00:00Z') })
  const lasting = candidate('lasting', { startsAt: null })
  expect(ids([follows, keeps], [lasting, later, candidate('sooner'), both])).toEqual([
    'both',
    'sooner',
    'later',
    'lasting',
  ])
})

test('nothing is suggested without a reason, and one organiser only once', () => {
  const other = candidate('other', { themeIds: ['culture'] })
  const one = candidate('one', { organiserId: 'club' })
  const two = candidate('two', { organiserId: 'club', startsAt: new Date('2026-12-02T10:00:00Z') })
  expect(ids([follows], [other, two, one])).toEqual(['one'])
})

test('near is within fifteen hundred metres of a place that is followed', () => {
  const place: Taste = { kind: 'place_followed', value: '48.8,2.3', said: '48.8,2.3' }
  expect(reasonsFor(candidate('near', { metres: 1500 }), [place])).toEqual([place])
  expect(reasonsFor(candidate('far', { metres: 1501 }), [place])).toEqual([])
})

test('a search rests after a letter until the morning after it; without news it keeps its rhythm', () => {
  const timeZone = 'Europe/Paris'
  const noon = new Date('2026-11-24T11:00:00Z')
  const night = new Date('2026-11-24T22:00:00Z')
  const look = (frequency: 'at_once' | 'daily' | 'weekly', now: Date, wasTold: boolean) =>
    nextLook(frequency, { now, timeZone, wasTold })?.toISOString()
  expect(look('at_once', noon, false)).toBe(noon.toISOString())
  expect(look('at_once', noon, true)).toBe('2026-11-25T07:00:00.000Z')
  expect(look('at_once', night, true)).toBe('2026-11-26T07:00:00.000Z')
  expect(look('daily', noon, true)).toBe('2026-11-25T07:00:00.000Z')
  expect(look('weekly', noon, false)).toBe('2026-11-30T07:00:00.000Z')
  expect(nextLook('never', { now: noon, timeZone, wasTold: false })).toBeNull()
})
