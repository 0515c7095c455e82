import { describe, expect, test } from 'vitest'
import { GroundedIdentity } from '@/lib/operator/wizard/ground/input'
import { identityFor } from '@/lib/operator/wizard/rules'
import { sheetIn } from '@/lib/operator/wizard/sheets/input'
import { sheetAddress } from '@/lib/operator/wizard/sheets/rules'
import { cityFrom } from '@/lib/tenancy/creation/rules'
import { CityAnswers } from '@/lib/tenancy/creation/input'
import example from '@/tenants/example-city.json'

const square = (side: number, [west, south] = [-1.25, 48.3]) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west!, south!],
      [west! + side, south!],
      [west! + side, south! + side],
      [west!, south! + side],
      [west!, south!],
    ],
  ],
})
const sheet = {
  nom: 'Saint-Orle',
  code: '99001',
  population: 20_500,
  centre: { type: 'Point', coordinates: [-1.2, 48.35] },
  contour: square(0.1),
}
const blank = { name: '', id: '', country: 'FR', population: '', latitude: '', longitude: '', insee: '' }
const read = (file: unknown, typed = {}) => {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  return GroundedIdentity.safeParseAsync({ ...blank, ...typed, ground: new File([text], 'fiche.json') })
}
const { contour: _, ...known } = sheet

describe('the sheet of a commune', () => {
  test.each([
    ['alone', sheet],
    ['as the only one found', [sheet]],
    ['as a feature', { type: 'Feature', properties: known, geometry: sheet.contour }],
  ])('%s: fills in what was left empty, and gives the outline', async (_name, file) => {
    const { data } = await read(file)
    expect(data?.identity).toEqual({
      name: 'Saint-Orle',
      id: 'saint-orle',
      insee: '99001',
      country: 'FR',
      population: 20_500,
      latitude: 48.35,
      longitude: -1.2,
    })
    expect(data?.territory?.districts).toMatchObject([{ code: 'commune', name: 'Saint-Orle' }])
  })

  test('what was typed stays as it was typed', async () => {
    const { data } = await read(sheet, { name: 'Saint-Orle-en-Bocage', population: '21000' })
    expect(data?.identity).toMatchObject({
      name: 'Saint-Orle-en-Bocage',
      population: 21_000,
      id: 'saint-orle',
    })
  })

  test('an outline alone is that of the city whose name was typed', async () => {
    const typed = { name: 'Orle', id: 'orle', population: '900', latitude: '48.35', longitude: '-1.2' }
    const { data } = await read(square(0.1), typed)
    expect(data?.territory?.districts).toMatchObject([{ code: 'commune', name: 'Orle' }])
    expect((await read(known, typed)).data).not.toHaveProperty('territory')
  })

  test.each([
    ['another city’s outline', { ...sheet, contour: square(0.1, [5, 44]) }, 'centre_elsewhere'],
    [
      'a hole',
      {
        ...sheet,
        contour: {
          ...square(0.1),
          coordinates: [...square(0.1).coordinates, ...square(0.02, [-1.24, 48.31]).coordinates],
        },
      },
      'outline_hollow',
    ],
    ['no outline at all', { ...sheet, contour: { type: 'Polygon', coordinates: [] } }, 'not_geojson'],
  ])('with %s it is refused at its field', async (_name, file, code) => {
    const { error } = await read(file)
    expect(error?.issues).toMatchObject([{ path: ['ground'], message: code }])
  })

  test.each([
    '',
    'x',
    '[]',
    'null',
    '7',
    '"Orle"',
    '{}',
    JSON.stringify([sheet, sheet]),
    '{"type":"FeatureCollection","features":[]}',
  ])('is not %s', (text) => expect(sheetIn(text)).toBeNull())
})

test('the outline is the one district of the city that is made, under the name its blueprint has for the whole', () => {
  const districts = [{ code: 'commune', name: 'Saint-Orle', outline: square(0.1) }]
  const [plain, drawn] = [example, { ...example, territory: { districts } }].map(
    (answers) => cityFrom(CityAnswers.parse(answers), 'localhost').territory.districts,
  )
  expect(drawn).toEqual([{ ...plain![0], outline: square(0.1) }])
})

test('its address is the State’s, by code, else by name, and only for a city of France', () => {
  const fields = 'fields=nom,code,population,centre,contour'
  const { insee, country } = identityFor('35115') as { insee: string; country: string }
  expect(sheetAddress({ insee, country })).toBe(`https://geo.api.gouv.fr/communes/35115?${fields}`)
  expect(sheetAddress(identityFor('Fougères & Lécousse'))).toBe(
    `https://geo.api.gouv.fr/communes?nom=Foug%C3%A8res+%26+L%C3%A9cousse&boost=population&limit=1&${fields}`,
  )
  expect(sheetAddress({ name: 'Namur', country: 'BE' })).toBeNull()
})
