import { expect, test } from 'vitest'
import { CityAgenda, OpenAgenda } from '@/lib/agir/imports/events/input'
import { Mission } from '@/lib/agir/imports/missions/input'
import { activityArrivalOf } from '@/lib/agir/imports/rules'
import { sourceName } from '@/lib/agir/sources/rules'
import { weeksLater } from '@/lib/agir/imports/times/rules'
import { belleville } from '@/tenants/belleville'

const now = new Date('2026-11-21T12:00:00Z')
const event = (fields: object) => OpenAgenda.parse({ fields: { uid: '1', title: 'Bal', ...fields } })
const arrived = (fields: object) =>
  activityArrivalOf(event({ description: 'On danse.', ...fields }), belleville, now)

test('nothing is said to be free that nobody said was free', () => {
  expect(arrived({})).toMatchObject({ price: '', practical: '' })
  expect(arrived({ pricing_info: '6 € sur place' })).toMatchObject({ price: '6 € sur place' })
  expect(arrived({ pricing_info: 'Entrée libre' })).toMatchObject({ price: null, practical: '' })
  const booked = 'Entrée gratuite sur réservation'
  expect(arrived({ pricing_info: booked })).toMatchObject({ price: null, practical: booked })
  const agenda = { id: '1', title: 'Ciné-club', lead_text: 'Un film.', description: 'Un film.' }
  const free = CityAgenda.parse({ ...agenda, price_type: 'gratuit' })
  expect(activityArrivalOf(free, belleville, now)).toMatchObject({ price: null, practical: '' })
})

test('a source is called by its name, else by its site, else by the word it was imported under', () => {
  const known = { origin: 'agenda', originName: 'Agenda de la Ville', originUrl: 'https://www.agenda.fr/e/1' }
  expect(sourceName(known)).toBe('Agenda de la Ville')
  expect(sourceName({ ...known, originName: null })).toBe('agenda.fr')
  expect(sourceName({ ...known, originName: null, originUrl: null })).toBe('agenda')
})

test('a title in capitals is read as a person would write it, an acronym stays one', () => {
  expect(arrived({ title: 'AVANT-PREMIÈRE :  NOTRE ENFANT' })).toMatchObject({
    title: 'Avant-Première : Notre Enfant',
  })
  expect(arrived({ title: 'FIAC' })).toMatchObject({ title: 'FIAC' })
  expect(arrived({ title: 'Concert de l’ONDIF' })).toMatchObject({ title: 'Concert de l’ONDIF' })
})

test('marks of Markdown and signs of an old Windows are read as what they meant', () => {
  const said = [
    '## Au programme',
    '_**Sous réserve**_  ',
    '* un bal, [le plan](https://plan.example/a "le plan")',
    '2 * 3 _= 6, a_b_c \u0097 5 \u0080',
  ]
  expect(arrived({ free_text: said.join('\n') })).toMatchObject({
    summary: 'On danse.',
    body: 'Au programme\nSous réserve\n- un bal, le plan (https://plan.example/a)\n2 * 3 _= 6, a_b_c — 5 €',
  })
})

test('a mission says how much of one’s time it takes, and asks for no money', () => {
  const mission = (schedule: string) =>
    Mission.parse({ clientId: '1', title: 'Tenir compagnie', description: 'Une visite.', schedule })
  const given = (schedule: string) => activityArrivalOf(mission(schedule), belleville, now)
  expect(given('2 heures par semaine')).toMatchObject({ commitment: 'weekly', price: null })
  expect(given('Selon vos envies')).toMatchObject({ commitment: 'lasting' })
})

test('an old file moves by whole weeks and keeps the hours of the clock', () => {
  const times = { timetable: '2018-03-18T20:00:00 2018-03-18T22:00:00;2018-13-40T20:00 2018-03-19T01:00' }
  expect(weeksLater(event(times), 2).times).toEqual([
    ['2018-04-01T20:00:00', '2018-04-01T22:00:00'],
    ['2018-13-40T20:00', '2018-04-02T01:00'],
  ])
  const agenda = { id: '1', title: 'Bal', occurrences: '2024-11-14T19:00:00+01:00_2024-11-14T21:00:00+01:00' }
  expect(weeksLater(CityAgenda.parse(agenda), 26).times).toEqual([
    ['2025-05-15T19:00:00', '2025-05-15T21:00:00'],
  ])
  const ends = Mission.parse({ clientId: '1', title: 'Aider', endAt: '2026-12-31T00:00:00.000Z' })
  expect(weeksLater(ends, -1).until).toBe('2026-12-24T00:00:00.000Z')
})
