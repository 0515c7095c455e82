import { expect, test } from 'vitest'
import { categoryFor, type EventLetterKind, type Reader, readersTold } from '@/lib/mail/rules'
import { usualFrequency } from '@/lib/notifications/rules'

const carriers: Reader[] = ['author', 'co_carrier']
const withFollowers: Reader[] = [...carriers, 'followers']

/** Each transition of an idea and whom the city promises to tell of it. Those who support are told where they follow. */
const table: [string, EventLetterKind, Reader[]][] = [
  ['T1: deposited', 'submitted', [...carriers, 'moderators']],
  ['T2: pulled back', 'pulled_back', ['moderators']],
  ['T3: published', 'published', [...carriers, 'neighbours']],
  ['T4: changes asked', 'changes_asked', carriers],
  ['T5: refused', 'refused', carriers],
  ['T6: appeal upheld', 'appeal_upheld', carriers],
  ['T7: edited', 'text_changed', ['followers']],
  ['T8: an addendum', 'addendum', ['followers']],
  [
    'T9 and T13: reached',
    'threshold_reached',
    [...carriers, 'instructors', 'signatories', 'followers', 'neighbours'],
  ],
  ['T10: certified', 'threshold_certified', [...carriers, 'instructors']],
  ['T11: annulled', 'threshold_annulled', withFollowers],
  ['T12: expired', 'expired', withFollowers],
  ['T14: withdrawn', 'withdrawn', withFollowers],
  ['T14: seeks a carrier', 'seeking_carrier', withFollowers],
  ['T15: adopted', 'adopted', [...carriers, 'named', 'followers']],
  ['T16: merged', 'merged', withFollowers],
  ['T17: hidden', 'hidden', carriers],
  ['T18: removed', 'removed', carriers],
  ['T19: an answer is due', 'examination_due', [...carriers, 'instructors']],
  ['T20: examined', 'examination_started', withFollowers],
  ['T20: studied', 'study_started', withFollowers],
  ['T21: a question', 'question', carriers],
  ['T22: an opinion', 'opinion', withFollowers],
  ['T23: reopened', 'reopened', [...withFollowers, 'instructors']],
  ['T24: a milestone', 'milestone', withFollowers],
  ['T25: abandoned', 'abandoned', withFollowers],
  ['T26: prolonged', 'deadline_prolonged', withFollowers],
  ['T27: suspended', 'suspended', carriers],
  ['T27: resumed', 'resumed', carriers],
  ['T28: relaunched', 'relaunched', ['followers']],
  ['T29: taken up early', 'taken_up_early', withFollowers],
  ['T30: goes on elsewhere', 'became_project', withFollowers],
]

test.each(table)('%s: whoever it concerns is told, and nobody else', (_, kind, readers) => {
  expect(readersTold(kind, {}).toSorted()).toEqual(readers.toSorted())
})

const late: [string, Reader[]][] = [
  ['acknowledge', ['area_admins']],
  ['name_instructor', ['area_admins', 'admins']],
  ['admissibility', ['signatories', 'admins']],
  ['opinion', [...withFollowers, 'signatories', 'admins']],
]

test.each(late)('%s late: the further along, the higher up and the more public', (duty, readers) => {
  expect(readersTold('duty_late', { duty }).toSorted()).toEqual(readers.toSorted())
})

test('what one writes and thresholds come at once, what reaches the moderators once a day, the rest by the week', () => {
  const rhythm = (kind: EventLetterKind, reader: Reader) => usualFrequency[categoryFor(kind, reader)]
  expect(rhythm('published', 'author')).toBe('at_once')
  expect(rhythm('threshold_reached', 'followers')).toBe('at_once')
  expect(rhythm('threshold_reached', 'instructors')).toBe('at_once')
  expect(rhythm('submitted', 'moderators')).toBe('daily')
  for (const reader of ['followers', 'neighbours'] as const) expect(rhythm('expired', reader)).toBe('weekly')
})
