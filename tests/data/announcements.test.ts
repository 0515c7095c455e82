import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { closeOperatorDoor, operatorDoor } from '@/lib/db/operator'
import { announceToCities, withdrawAnnouncement } from '@/lib/operator/announcements/commands'
import { NewAnnouncement } from '@/lib/operator/announcements/input'
import { listAnnouncements, listCityNames } from '@/lib/operator/announcements/queries'
import { announcedOn, announcementIn } from '@/lib/tenancy/announcements/rules'
import { knownAnnouncements, refreshRegistry } from '@/lib/tenancy/registry'
import { aCity, publish } from '../support/new-cities'

const door = operatorDoor()
const now = new Date()
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
afterAll(() => Promise.all([closeDatabase(), closeOperatorDoor()]))

const form = {
  ...{ kind: 'maintenance', whom: 'all', from: '2026-11-22T08:00', until: '2026-11-22T09:30' },
  ...{ title_fr: 'Mise à jour', text_fr: 'Dix minutes de lecture seule.' },
  ...{ title_en: '', text_en: '', title_es: '', text_es: '', title_ar: '', text_ar: '' },
}

test('an announcement is read on the operator’s clock, in the languages that are whole', () => {
  expect(NewAnnouncement.parse(form)).toMatchObject({
    fromAt: new Date('2026-11-22T07:00:00Z'),
    untilAt: new Date('2026-11-22T08:30:00Z'),
    texts: { fr: { title: 'Mise à jour', text: 'Dix minutes de lecture seule.' } },
    cities: null,
    isPublic: false,
  })
})

test.each([
  ['title_fr', { title_fr: '', text_fr: '' }],
  ['text_en', { title_en: 'Update' }],
  ['until', { until: '2026-11-22T08:00' }],
  ['from', { from: 'tomorrow' }],
  ['cities', { whom: 'some' }],
  ['text_fr', { text_fr: 'x'.repeat(601) }],
])('%s is refused where it is written', (field, change) => {
  const read = NewAnnouncement.safeParse({ ...form, ...change })
  expect(read.error?.issues[0]?.path).toEqual([field])
})

const announcement = (change: object = {}) => ({
  ...{ id: randomUUID(), kind: 'news' as const, texts: { fr: { title: 'Bonjour', text: 'Tout va bien.' } } },
  ...{ cities: null, isPublic: true, fromAt: hours(-1), untilAt: hours(1), ...change },
})

describe('an announcement is shown', () => {
  const asked = { city: 'ici', isConsole: false, now }
  test.each([
    ['on public pages when it says so', {}, 1],
    ['in the console alone when it does not', { isPublic: false }, 0],
    ['in the cities it is for', { cities: ['ici'] }, 1],
    ['in no other', { cities: ['ailleurs'] }, 0],
    ['not before its hour', { fromAt: hours(1) }, 0],
    ['not after it', { untilAt: now }, 0],
  ])('%s', (_said, change, shown) => {
    expect(announcedOn([announcement(change)], asked)).toHaveLength(shown)
  })

  test('in the reader’s language, the city’s own, or the one there is', () => {
    const texts = { ar: { title: 'ا', text: 'ب' }, en: { title: 'E', text: 'e' } }
    expect(announcementIn(texts, 'ar', 'fr').language).toBe('ar')
    expect(announcementIn(texts, 'fr', 'ar').language).toBe('ar')
    expect(announcementIn(texts, 'fr', 'es').language).toBe('en')
  })
})

test('it is told in every language of its cities, shown at once, and withdrawn at once', async () => {
  const city = aCity()
  await publish(city)
  await refreshRegistry()
  const said = { ...announcement({ cities: [city.id] }), byEmail: 'op@test.example', now }
  const { id: _, ...told } = said
  const foreign = { ...told, texts: { es: { title: 'Hola', text: 'Todo bien.' } } }
  expect(await announceToCities(door, foreign)).toEqual({ ok: false, refusal: 'languages_missing' })
  expect(await announceToCities(door, told)).toMatchObject({ ok: true })
  const shown = async () => {
    await refreshRegistry()
    return announcedOn(knownAnnouncements(), { city: city.id, isConsole: false, now })
  }
  expect(await shown()).toMatchObject([{ texts: told.texts }])
  expect(await listCityNames(door)).toContainEqual({ id: city.id, name: city.name.fr })
  const own = (await listAnnouncements()).find(({ cities }) => cities?.includes(city.id))!
  const withdrawing = { announcement: own.id, byEmail: 'op@test.example', now }
  expect(await withdrawAnnouncement(door, withdrawing)).toMatchObject({ ok: true })
  expect(await withdrawAnnouncement(door, withdrawing)).toEqual({ ok: false, refusal: 'announcement_gone' })
  expect(await shown()).toEqual([])
})
