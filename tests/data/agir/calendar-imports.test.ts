import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { calendarOf } from '@/lib/agir/calendar/rules'
import { listActivities } from '@/lib/agir/finding/queries'
import { noFilters } from '@/lib/agir/finding/rules'
import type { ActivityFormat } from '@/lib/agir/imports/input'
import { importActivitiesFile } from '@/lib/cli/import/activities'
import { aCity, publish } from '../../support/new-cities'

const now = new Date('2026-11-21T12:00:00Z')

async function imported(format: ActivityFormat, text: string) {
  const tenant = aCity()
  await publish(tenant)
  const file = join(await mkdtemp(join(tmpdir(), 'parvis-calendar-')), 'source')
  await writeFile(file, text)
  const request = { tenant, format, file, origin: 'agenda', dryRun: false, now }
  const report = await importActivitiesFile(request)
  const again = await importActivitiesFile(request)
  const { cards } = await listActivities(tenant, noFilters, now)
  return { report, again, cards }
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')

test('a calendar brings its events, on the clocks they name, as often as their rule says', async () => {
  const { report, again, cards } = await imported(
    'ics',
    calendar(
      event(
        ...['UID:1@x', 'SUMMARY:Chorale\\, sans audition', 'DESCRIPTION:Venez\\n chan', ' ter.'],
        ...['DTSTART;TZID=Europe/Paris:20261124T190000', 'DTEND;TZID=Europe/Paris:20261124T210000'],
        ...['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3', 'EXDATE;TZID=Europe/Paris:20261201T190000'],
        ...['BEGIN:VALARM', 'SUMMARY:Non', 'END:VALARM'],
      ),
      event('UID:2@x', 'SUMMARY:De loin', 'DTSTART:20261125T170000Z', 'DURATION:PT2H'),
      event('UID:3@x', 'SUMMARY:Sans heure lisible', 'DTSTART:demain'),
      event('UID:4@x', 'DTSTART:20261125T170000Z'),
      event('UID:5@x', 'SUMMARY:Annulé', 'STATUS:CANCELLED', 'DTSTART:20261125T170000Z'),
    ),
  )
  expect(report).toMatchObject({ read: 5, added: 2 })
  expect(report.refused.map(({ record }) => record)).toEqual([3, 4, 5])
  expect(again).toMatchObject({ added: 0, unchanged: 2 })
  expect(cards).toMatchObject([
    { title: 'Chorale, sans audition', laterDates: 1, date: { startsAt: new Date('2026-11-24T18:00:00Z') } },
    { title: 'De loin', date: { endsAt: new Date('2026-11-25T19:00:00Z') } },
  ])
})

test('a rule that is malformed, hostile or too fine is refused by its number; one without an end lasts a year', async () => {
  const weekly = (id: string, rule: string) =>
    event(`UID:${id}`, `SUMMARY:Règle ${id}`, 'DTSTART:20261125T170000Z', `RRULE:${rule}`)
  const { report, cards } = await imported(
    'ics',
    calendar(
      weekly('1', 'FREQ=SECONDLY;COUNT=10000'),
      weekly('2', 'FREQ=DAILY;COUNT=10000'),
      weekly('3', 'FREQ=WEEKLY;BYDAY=XX;COUNT=2'),
      weekly('4', `FREQ=WEEKLY;COUNT=2;BYDAY=${'TU,'.repeat(2000)}TU`),
      weekly('5', 'FREQ=DAILY;BYHOUR=0,1,2;BYSETPOS=1;COUNT=2'),
      weekly('6', 'FREQ=WEEKLY'),
    ),
  )
  expect(report.refused.map(({ record }) => record)).toEqual([1, 2, 3, 4, 5])
  expect(cards).toMatchObject([{ title: 'Règle 6', laterDates: 52 }])
})

test('what is written as a calendar here is read again as it was', async () => {
  const title = `Fête ; « été », ${'à'.repeat(60)} 🎉`
  const [startsAt, endsAt] = [new Date('2026-11-28T17:00:00Z'), new Date('2026-11-28T19:30:00Z')]
  const said = { summary: 'Deux\nlignes', href: 'https://x.fr/a', place: 'Salle; 1', zone: 'Europe/Paris' }
  const date = { id: 'a1', title, ...said, startsAt, endsAt, sequence: 0, changedAt: now }
  const text = calendarOf('Agenda', [{ ...date, state: 'scheduled', reason: null }])
  const { cards } = await imported('ics', text)
  expect(cards).toMatchObject([{ title, date: { startsAt, endsAt } }])
})

test('a table brings its rows; what cannot be read is told by its line', async () => {
  const { report, cards } = await imported(
    'activities-csv',
    [
      'id;title;text;dates;place',
      '1;Atelier vélo;Freins et dérailleur;2026-11-28T14:00/2026-11-28T17:00;La Cyclette',
      '2;Sans date lisible;Texte;samedi;Là',
      '3;Trop;de;cellules;ici;vraiment',
      '4;Besoin durable;Accompagner des aînés;;',
    ].join('\n'),
  )
  expect(report.refused.map(({ record }) => record)).toEqual([3, 4])
  expect(cards.map(({ title, kind }) => [title, kind])).toEqual([
    ['Atelier vélo', 'event'],
    ['Besoin durable', 'standing_need'],
  ])
})

test.each(['ics', 'activities-csv'] as const)('what is no %s at all adds nothing', async (format) => {
  const { report } = await imported(format, 'Bonjour')
  expect(report.added).toBe(0)
})
