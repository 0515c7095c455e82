import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf } from '@/lib/csv/rules'
import { calendarOf } from '@/lib/engagements/exports/rules'
import { shareOf, talliesBy, tallyOf } from '@/lib/engagements/scoreboard/rules'

const dangerous = [
  '=HYPERLINK("http://x","y")',
  '+1',
  '-1+1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  ';=1',
  ' =1',
  'titre;=cmd|x',
  '\tx',
  '\rx',
]

test.each(dangerous)('item 30: no spreadsheet runs %j', (cell) => {
  const [, row] = parse(csvOf(['title', 'after'], [[cell, 'x']]), { bom: true, relax_column_count: false })
  expect(row).toEqual([`'${cell}`, 'x'])
})

test('what is harmless stays as it was written, quotes and all', () => {
  const cells = ['Une « fontaine », à 3 €', 'dit "oui"', 'a-t-il 1+1=2 ?', 'x@y.fr']
  const [, row] = parse(csvOf(['a', 'b', 'c', 'd'], [cells]), { bom: true })
  expect(row).toEqual(cells)
  expect(csvOf(['a'], [[-3], [null]])).toBe('\ufeff"a"\r\n"-3"\r\n""\r\n')
})

test('a calendar holds each duty on its last day, in lines that anyone reads', () => {
  const calendar = calendarOf({
    name: 'Engagements; Ville, x',
    host: 'decider.test',
    now: new Date('2026-03-01T00:00:00Z'),
    timeZone: 'Europe/Paris',
    entries: [
      {
        id: 'a',
        dueAt: new Date('2026-03-12T23:00:00Z'),
        summary: `Avis · ${'é'.repeat(80)}\r\nBEGIN:VALARM`,
        description: 'x',
        url: 'https://decider.test/idees/a',
      },
    ],
  })
  expect(calendar).toContain('DTSTART;VALUE=DATE:20260312')
  expect(calendar).toContain('X-WR-CALNAME:Engagements\\; Ville\\, x')
  expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(calendar.split('\r\n')).not.toContain('BEGIN:VALARM')
})

test('the scoreboard judges what has fallen due, and never rounds up to all of it', () => {
  const cell = { departmentId: 'voirie', districtCode: null, kind: 'opinion' } as const
  const cells = [
    { ...cell, standing: 'met', count: 299 },
    { ...cell, standing: 'met_late', count: 1 },
    { ...cell, standing: 'owed', count: 50 },
    { ...cell, standing: 'waived', count: 9 },
    { ...cell, departmentId: 'culture', standing: 'late', count: 2 },
  ] as const
  expect(tallyOf(cells)).toEqual({ onTime: 299, judged: 302, late: 2 })
  expect(shareOf(299, 300)).toBe(99)
  expect(shareOf(0, 0)).toBeNull()
  expect(talliesBy(cells, 'departmentId').map(({ id }) => id)).toEqual(['voirie', 'culture'])
  expect(talliesBy(cells, 'districtCode')).toEqual([])
})
