import { expect, test } from 'vitest'
import { type Asked, readRule, ruleOf } from '@/lib/agir/schedules/repeats/rules'
import { datesUntil } from '@/lib/agir/schedules/rules'

const startsLocal = '2026-11-28 10:00:00'
const asked = (detail: Partial<Asked>): Asked => ({
  repeat: 'weekly',
  every: 1,
  days: [],
  ends: { count: 4 },
  ...detail,
})

test.each<[string, Partial<Asked>, string | null]>([
  ['once', { repeat: 'once' }, null],
  ['every week on its own day', {}, 'FREQ=WEEKLY;BYDAY=SA;COUNT=4'],
  [
    'every second week on two days',
    { every: 2, days: ['SU', 'TU'] },
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4',
  ],
  ['every month on its day', { repeat: 'monthly_day' }, 'FREQ=MONTHLY;BYMONTHDAY=28;COUNT=4'],
  ['every month on the last day', { repeat: 'monthly_last_day' }, 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4'],
  ['every month on the fourth Saturday', { repeat: 'monthly_weekday' }, 'FREQ=MONTHLY;BYDAY=4SA;COUNT=4'],
  ['every month on the last Saturday', { repeat: 'monthly_last_weekday' }, 'FREQ=MONTHLY;BYDAY=-1SA;COUNT=4'],
])('%s', (_what, detail, rule) => expect(ruleOf(asked(detail), startsLocal, 'Europe/Paris')).toBe(rule))

test('a last day is included, whatever the zone', () => {
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    const rule = ruleOf(asked({ ends: { until: '2026-12-12' } }), startsLocal, zone)
    const timing = {
      zone,
      startsLocal,
      endsLocal: '2026-11-28 11:00:00',
      rule,
      exceptions: [],
      additions: [],
    }
    const days = datesUntil(timing, new Date('2028-01-01')).map((date) => date.startsLocal.slice(0, 10))
    expect(days).toEqual(['2026-11-28', '2026-12-05', '2026-12-12'])
    expect(readRule(rule!, zone)).toMatchObject({
      repeat: 'weekly',
      days: ['SA'],
      until: '2026-12-12',
      count: null,
    })
  }
})

test('what was asked for is read again from the rule', () => {
  const read = (detail: Partial<Asked>) =>
    readRule(ruleOf(asked(detail), startsLocal, 'Europe/Paris')!, 'Europe/Paris')
  expect(read({ every: 3 })).toMatchObject({ repeat: 'weekly', every: 3, count: 4 })
  expect(read({ repeat: 'monthly_weekday' })).toMatchObject({
    repeat: 'monthly_weekday',
    days: ['SA'],
    nth: 4,
  })
  expect(read({ repeat: 'monthly_last_weekday' })).toMatchObject({
    repeat: 'monthly_last_weekday',
    days: ['SA'],
  })
  expect(read({ repeat: 'monthly_day' })).toMatchObject({ repeat: 'monthly_day', nth: 28 })
  expect(readRule('FREQ=DAILY;COUNT=3', 'Europe/Paris')).toBeNull()
})
