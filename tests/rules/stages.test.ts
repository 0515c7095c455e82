import { describe, expect, test } from 'vitest'
import {
  type Axes,
  collections,
  daysLeft,
  deliveries,
  examinations,
  publications,
  shelfOf,
  shelves,
  stageOf,
} from '@/lib/ideas/rules'
import sentences from '@/lib/i18n/messages/fr/stages.json'

const open: Axes = { publication: 'published', collection: 'open', examination: 'none', delivery: 'none' }

const table: [Partial<Axes>, ReturnType<typeof stageOf>, ReturnType<typeof shelfOf>][] = [
  [{ publication: 'draft', collection: 'not_started' }, 'draft', null],
  [{ publication: 'submitted', collection: 'not_started' }, 'submitted', null],
  [{ publication: 'refused', collection: 'not_started' }, 'refused', null],
  [{}, 'open', 'open'],
  [{ collection: 'suspended' }, 'suspended', 'open'],
  [{ collection: 'reached' }, 'reached', 'reached'],
  [{ collection: 'certified' }, 'reached', 'reached'],
  [{ collection: 'certified', examination: 'due' }, 'reached', 'reached'],
  [{ collection: 'certified', examination: 'admissibility' }, 'admissibility', 'studied'],
  [{ collection: 'certified', examination: 'study' }, 'study', 'studied'],
  [{ collection: 'certified', examination: 'not_admissible' }, 'not_admissible', 'answered'],
  [{ collection: 'certified', examination: 'opinion_partial' }, 'opinion_partial', 'answered'],
  [
    { collection: 'certified', examination: 'opinion_favourable', delivery: 'planned' },
    'planned',
    'carried_out',
  ],
  [
    { collection: 'certified', examination: 'opinion_favourable', delivery: 'abandoned' },
    'abandoned',
    'answered',
  ],
  [{ collection: 'expired' }, 'expired', 'expired'],
  [{ collection: 'certified', delivery: 'delivered', publication: 'hidden' }, 'hidden', null],
  [{ collection: 'certified', delivery: 'delivered', publication: 'withdrawn' }, 'withdrawn', 'closed'],
  [{ publication: 'merged', collection: 'closed' }, 'merged', 'closed'],
  [{ publication: 'removed', collection: 'closed' }, 'removed', null],
]

test.each(table)('%o is shown as %s, on the shelf %s', (axes, stage, shelf) => {
  expect(stageOf({ ...open, ...axes })).toBe(stage)
  expect(shelfOf({ ...open, ...axes })).toBe(shelf)
})

test('whatever its four axes, an idea has one stage, with a sentence and at most one shelf', () => {
  for (const publication of publications)
    for (const collection of collections)
      for (const examination of examinations)
        for (const delivery of deliveries) {
          const axes = { publication, collection, examination, delivery }
          expect(sentences).toHaveProperty(stageOf(axes))
          expect([null, ...shelves]).toContain(shelfOf(axes))
        }
})

describe('the days left', () => {
  const now = new Date('2026-03-01T12:00:00Z')
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)

  test('count the day under way', () => expect(daysLeft(later(1), now)).toBe(1))
  test('are whole days', () => expect(daysLeft(later(3 * 86_400_000), now)).toBe(3))
  test('are none once it is over', () => {
    expect(daysLeft(now, now)).toBe(0)
    expect(daysLeft(later(-1), now)).toBe(0)
  })
})
