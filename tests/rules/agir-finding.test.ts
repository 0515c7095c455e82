import { describe, expect, test } from 'vitest'
import { weekOf } from '@/lib/agir/agenda/rules'
import { readFilters, writeFilters } from '@/lib/agir/finding/input'
import { momentsShown } from '@/lib/agir/overview/rules'
import { noFilters, type Preset, windowOf } from '@/lib/agir/finding/rules'
import { paris } from '@/tenants/paris'

const at = (text: string) => new Date(text)
const asked = (preset: Preset) => ({ ...noFilters, preset })

describe('a moment is the city’s own', () => {
  test('edge 16: at ten to midnight on Sunday it is still this weekend', () => {
    const { from, until } = windowOf(asked('weekend'), 'Europe/Paris', at('2026-11-22T22:50:00Z'))
    expect(from).toEqual(at('2026-11-22T22:50:00Z'))
    expect(until).toEqual(at('2026-11-22T23:00:00Z'))
  })

  test('from Monday on it is the next one, whole', () => {
    const { from, until } = windowOf(asked('weekend'), 'Europe/Paris', at('2026-11-22T23:10:00Z'))
    expect(from).toEqual(at('2026-11-27T23:00:00Z'))
    expect(until).toEqual(at('2026-11-29T23:00:00Z'))
  })

  test('a weekend on which clocks change has an hour less', () => {
    const { from, until } = windowOf(asked('weekend'), 'Europe/Paris', at('2027-03-24T12:00:00Z'))
    expect((until!.getTime() - from.getTime()) / 3_600_000).toBe(47)
  })

  test('edge 17: the same instant is another day in another city', () => {
    const now = at('2026-11-22T02:00:00Z')
    expect(windowOf(asked('today'), 'Europe/Paris', now).until).toEqual(at('2026-11-22T23:00:00Z'))
    expect(windowOf(asked('today'), 'America/Santiago', now).until).toEqual(at('2026-11-22T03:00:00Z'))
  })

  test('the last day of a span is in it, and nothing that is over is', () => {
    const now = at('2026-11-22T12:00:00Z')
    const days = { ...noFilters, from: '2026-11-01', until: '2026-11-30' }
    expect(windowOf(days, 'Europe/Paris', now)).toEqual({ from: now, until: at('2026-11-30T23:00:00Z') })
  })

  test('an agenda never goes back before today', () => {
    const now = at('2026-11-22T12:00:00Z')
    expect(weekOf('2026-01-01', 'Europe/Paris', now)).toMatchObject({ previous: null, next: '2026-11-29' })
    expect(weekOf('2026-11-25', 'Europe/Paris', now)).toMatchObject({ previous: '2026-11-22' })
    expect(weekOf('2026-02-31', 'Europe/Paris', now).days[0]).toBe('2026-11-22')
  })
})

describe('an address of the list', () => {
  test('is read as it was written', () => {
    const query = {
      q: 'planter',
      du: '2026-12-01',
      theme: ['climat', 'sport'],
      type: 'mission',
      engagement: 'une-fois',
      acces: 'mobilite',
      langue: 'ar',
      avec: ['places', 'gratuit'],
      lat: '48.8589',
      lon: '2.3488',
      rayon: '5000',
      comme: 'planter-des-bulbes',
      tri: 'proches',
    }
    const filters = readFilters(query, paris)
    expect(filters).toMatchObject({ sort: 'near', kinds: ['mission'], extras: ['room', 'free'] })
    const written = new URLSearchParams(writeFilters(filters))
    const again = Object.fromEntries([...new Set(written.keys())].map((name) => [name, written.getAll(name)]))
    expect(readFilters(again, paris)).toEqual(filters)
  })

  test('says nothing when it asks for nothing it knows', () => {
    const odd = {
      quand: 'jamais',
      du: '2026-02-31',
      au: "1' or 1=1",
      theme: 'magie',
      langue: '<b>',
      comme: '../../x',
      lat: '999',
      lon: '2',
      tri: 'pertinence',
      apres: 'AAAA',
    }
    expect(readFilters(odd, paris)).toEqual(noFilters)
    expect(writeFilters(readFilters(odd, paris))).toBe('')
  })

  test('days that were chosen replace a moment, in whatever order they were given', () => {
    const filters = readFilters({ quand: 'ce-soir', du: '2026-12-05', au: '2026-12-01' }, paris)
    expect(filters).toMatchObject({ preset: null, from: '2026-12-01', until: '2026-12-05' })
  })
})

test('a home shows three moments at which there is something, the usual ones first', () => {
  const none = { evening: 0, today: 0, tomorrow: 0, weekend: 0, week: 0 }
  const shown = (counts: Partial<typeof none>) => momentsShown({ ...none, ...counts })
  expect(shown({ evening: 1, today: 2, tomorrow: 9, weekend: 1, week: 12 })).toEqual([
    'evening',
    'today',
    'weekend',
  ])
  expect(shown({ tomorrow: 1, week: 8 })).toEqual(['tomorrow', 'week'])
  expect(shown({ today: 1, weekend: 3, week: 4 })).toEqual(['today', 'weekend', 'week'])
  expect(shown({})).toEqual(['evening', 'today', 'weekend'])
})
