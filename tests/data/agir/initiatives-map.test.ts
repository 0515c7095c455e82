import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { initiatives } from '@/drizzle/schema'
import { noFilters, suitsWhatLasts } from '@/lib/agir/finding/rules'
import { saveWords } from '@/lib/agir/initiatives/answers/commands'
import { PlaceInput } from '@/lib/agir/initiatives/answers/input'
import { listInitiativeSpots } from '@/lib/agir/initiatives/listing/queries'
import { publishSubject } from '@/lib/moderation/submissions/commands'
import { inTenant } from '@/lib/db'
import { pointIn } from '@/lib/tenancy/demo/rules'
import { shippedCities } from '@/tenants/shipped'
import { aReader, taskOf } from '../../support/desk'
import { aPerson, marsa } from '../../support/factories'
import { anInitiative } from '../../support/initiatives'

const belleville = shippedCities.find(({ id }) => id === 'belleville')!
const now = new Date()
const all = { words: '', themes: [], districts: [] }
const slugsOf = async (asked: Parameters<typeof listInitiativeSpots>[1], city: { id: string } = belleville) =>
  (await listInitiativeSpots(city, asked)).map(({ slug }) => slug)

test('what lasts at a known place is on the map, once it is in view, by its theme and its district', async () => {
  const point = { latitude: 46.92, longitude: 2.04, districtCode: 'la-gare' }
  const [shown, unplaced, hidden] = [
    await anInitiative(belleville, { ...point, themeIds: ['riviere'] }),
    await anInitiative(belleville),
    await anInitiative(belleville, { ...point, state: 'draft', slug: null }),
  ]
  const found = await listInitiativeSpots(belleville, all)
  expect(found.find(({ slug }) => slug === shown.slug)).toMatchObject({ latitude: 46.92, longitude: 2.04 })
  expect(found.map(({ slug }) => slug)).not.toContain(unplaced.slug)
  expect(found.map(({ slug }) => slug)).not.toContain(hidden.slug)
  expect(await slugsOf({ ...all, themes: ['riviere'], districts: ['la-gare'] })).toContain(shown.slug)
  expect(await slugsOf({ ...all, themes: ['enfance'] })).not.toContain(shown.slug)
  expect(await slugsOf({ ...all, districts: ['bords-d-orle'] })).not.toContain(shown.slug)
  expect(await slugsOf(all, marsa)).not.toContain(shown.slug)
})

test('a point tells the district it is in, waits to be read like the rest, and may be taken away', async () => {
  const personId = await aPerson(belleville)
  const { id } = await anInitiative(belleville, { keptBy: personId, createdById: personId })
  const district = belleville.territory.districts[1]!
  const { latitude, longitude } = pointIn(district.outline, 'un jardin')
  const said = { initiativeId: id, placeLabel: 'Le jardin', address: '', districtCode: '' }
  const read = (form: object) => PlaceInput({ tenant: belleville }).parse({ ...said, ...form }).words
  const words = read({ latitude: String(latitude), longitude: String(longitude) })
  expect(words).toMatchObject({ latitude, longitude, districtCode: district.code })
  expect(read({ latitude: '46.9' })).toMatchObject({ latitude: null, longitude: null, districtCode: null })
  expect(read({ latitude: 'ici', longitude: 'là' })).toMatchObject({ latitude: null })
  expect(await saveWords(belleville, { initiativeId: id, personId, words, now })).toMatchObject({ ok: true })
  const row = async () =>
    (await inTenant(belleville, (db) => db.select().from(initiatives).where(eq(initiatives.id, id))))[0]!
  expect(await row()).toMatchObject({ latitude: null, wish: { latitude } })
  await publishSubject(belleville, { taskId: await taskOf(id, 'submission'), byId: await aReader(), now })
  expect(await row()).toMatchObject({ latitude, longitude, wish: null })
})

test('what lasts is shown where nothing is asked that only a date can answer', () => {
  expect(suitsWhatLasts({ ...noFilters, themes: ['nature'], districts: ['19'], words: 'jardin' })).toBe(true)
  expect(suitsWhatLasts({ ...noFilters, preset: 'weekend' })).toBe(false)
  expect(suitsWhatLasts({ ...noFilters, extras: ['free'] })).toBe(false)
})
