import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PlaceChoice } from '@/components/deposit/place-choice'
import { PlaceMap } from '@/components/deposit/place-map'
import { PlaceInput, SubjectInput, SubmitInput, TextInput } from '@/lib/ideas/deposit/input'
import { authorRefusal, openSteps, submissionRefusal } from '@/lib/ideas/deposit/rules'
import { districtAt } from '@/lib/ideas/places/rules'
import { mayChange } from '@/lib/ideas/changes/rules'
import { fieldErrors } from '@/lib/form-state'
import { shippedCities } from '@/tenants/shipped'

const tenant = shippedCities.find(({ id }) => id === 'belleville')!
const [longitude, latitude] = tenant.territory.centre
const ideaId = '7b0c1a52-6d1e-4c6b-9f0a-0f6f0f3f7a11'
const written = { title: 'Des bancs à l’ombre', themeId: 'enfance', body: 'Il fait chaud. '.repeat(20) }
const draft = {
  ...written,
  placeKind: 'city',
  similarSeen: [],
  publication: 'draft',
  collection: 'not_started',
  examination: 'none',
  delivery: 'none',
} as const
const yes = { city_matter: true, general_interest: true, respects_people: true, no_advert: true }
const ines = { assurance: 'A2', birthYear: 1990, residence: 'lives' } as const
const submission = {
  draft: { ...draft, similarSeen: [] },
  answers: yes,
  author: ines,
  rules: tenant.ideas,
  running: 0,
  year: 2026,
}

describe('a deposit', () => {
  test('that answers everything may be sent', () => expect(submissionRefusal(submission)).toBeNull())

  test.each([
    [
      'already gone',
      { draft: { ...submission.draft, publication: 'submitted' as const } },
      'already_submitted',
    ],
    ['without a place', { draft: { ...submission.draft, placeKind: null } }, 'incomplete'],
    ['whose look-alikes were not shown', { draft: { ...submission.draft, similarSeen: null } }, 'incomplete'],
    ['one character too short', { draft: { ...submission.draft, body: 'a'.repeat(119) } }, 'incomplete'],
    ['that admits to be an advert', { answers: { ...yes, no_advert: false } }, 'criteria_not_met'],
    ['while two others run', { running: 2 }, 'too_many_running'],
    ['of somebody of fourteen', { author: { ...ines, birthYear: 2012 } }, 'too_young'],
    ['of somebody whose age nobody knows', { author: { ...ines, birthYear: null } }, 'birth_year_missing'],
    [
      'of somebody who does not say what ties them here',
      { author: { ...ines, residence: null } },
      'residence_missing',
    ],
    [
      'of a student, whom this city does not ask',
      { author: { ...ines, residence: 'studies' as const } },
      'other_residence',
    ],
  ])('%s is refused', (_what, change, refusal) => {
    expect(submissionRefusal({ ...submission, ...change })).toBe(refusal)
  })

  test('is open to those who turn fifteen this year, and to nobody the city has not verified enough', () => {
    expect(
      authorRefusal({ author: { ...ines, birthYear: 2011 }, rules: tenant.ideas, year: 2026 }),
    ).toBeNull()
    const demanding = { ...tenant.ideas, supportAssurance: 'A3' as const }
    expect(authorRefusal({ author: ines, rules: demanding, year: 2026 })).toBe('assurance_too_low')
  })

  test('goes back to the first step that wants something', () => {
    expect(
      openSteps({ title: '', themeId: null, placeKind: null, similarSeen: null, body: '' }, tenant.ideas),
    ).toEqual(['sujet', 'lieu', 'proches', 'texte'])
  })
})

describe('a place', () => {
  const second = tenant.territory.districts[1]!.code
  const read = (place: object) => {
    const asked = PlaceInput({ tenant }).safeParse({ ideaId, ...place })
    return asked.success ? asked.data.placeKind : fieldErrors(asked.error)
  }

  test('may be the city, a district, an address or a point of the city', () => {
    expect(read({ placeKind: 'city' })).toBe('city')
    expect(read({ placeKind: 'district', districtCode: tenant.territory.districts[0]!.code })).toBe(
      'district',
    )
    expect(read({ placeKind: 'address', address: 'Place du Marché' })).toBe('address')
    expect(read({ placeKind: 'point', latitude: `${latitude}`, longitude: `${longitude}` })).toBe('point')
    expect(districtAt(tenant.territory, { latitude, longitude })).not.toBeNull()
  })

  test('edge 31: a point outside the city is refused there; the same place may be said in words', () => {
    const far = { latitude: '48.8566', longitude: '2.3522' }
    expect(read({ placeKind: 'point', ...far })).toEqual({ latitude: { code: 'outside_city' } })
    expect(read({ placeKind: 'address', address: 'Rue de Rivoli, à Paris', ...far })).toBe('address')
  })

  test.each([
    [{}, { placeKind: { code: 'choice_required' } }],
    [{ placeKind: 'district', districtCode: '' }, { districtCode: { code: 'choice_required' } }],
    [{ placeKind: 'district', districtCode: '13e' }, { districtCode: { code: 'choice_required' } }],
    [
      { placeKind: 'district', districtCode: second, secondDistrictCode: second },
      { secondDistrictCode: { code: 'same_district' } },
    ],
    [{ placeKind: 'point', latitude: '', longitude: '' }, { latitude: { code: 'marker_required' } }],
    [{ placeKind: 'point', latitude: '48.85', longitude: '2.35' }, { latitude: { code: 'outside_city' } }],
    [{ placeKind: 'point', latitude: '1e309', longitude: 'NaN' }, { latitude: { code: 'marker_required' } }],
    [{ placeKind: 'address', address: 'a\u202Eb' }, { address: { code: 'direction_controls' } }],
  ])('%o is refused where it was answered', (place, errors) => expect(read(place)).toMatchObject(errors))
})

describe('what is written', () => {
  const text = (body: string, then: string) => TextInput({ tenant }).safeParse({ ideaId, body, then })

  test('is kept short or long by whoever comes back later, and must be long enough to go on', () => {
    expect(text('Trop court.', 'leave').success).toBe(true)
    expect(fieldErrors(text('Trop court.', 'next').error!)).toEqual({ body: { code: 'too_short', min: 120 } })
    expect(fieldErrors(text('a'.repeat(3001), 'leave').error!)).toEqual({
      body: { code: 'too_long', max: 3000 },
    })
  })

  test.each([
    ['role', 'admin'],
    ['authorId', ideaId],
    ['publication', 'published'],
    ['supportCount', '1500'],
    ['tenantId', 'paris'],
    ['threshold', '1'],
    ['constructor', 'x'],
  ])('says nothing else: %s is not read', (name, value) => {
    const asked = { title: 'Des bancs à l’ombre', themeId: 'enfance', [name]: value }
    expect(SubjectInput({ tenant }).parse(asked)).toEqual({
      title: 'Des bancs à l’ombre',
      themeId: 'enfance',
    })
  })

  test('and a form made of a prototype gives nothing away', () => {
    const asked = JSON.parse(
      '{"__proto__":{"role":"admin"},"title":"Des bancs à l’ombre","themeId":"enfance"}',
    ) as object
    expect(Object.keys(SubjectInput({ tenant }).parse(asked)).sort()).toEqual(['themeId', 'title'])
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  test('the four questions are answered one by one', () => {
    const some = { ideaId, city_matter: 'yes', general_interest: 'no', respects_people: 'perhaps' }
    expect(fieldErrors(SubmitInput.safeParse(some).error!)).toEqual({
      respects_people: { code: 'answer_required' },
      no_advert: { code: 'answer_required' },
    })
  })
})

describe('an idea changes in no way that is not written down', () => {
  test.each([
    ['submit', { publication: 'draft' }, true],
    ['submit', { publication: 'refused' }, false],
    ['publish', { publication: 'draft' }, false],
    ['publish', { publication: 'withdrawn' }, false],
    ['refuse', { publication: 'published' }, false],
    ['edit', { publication: 'published', collection: 'reached' }, false],
    ['withdraw', { publication: 'published', collection: 'reached' }, false],
    ['relaunch', { publication: 'published', collection: 'open' }, false],
    ['relaunch', { publication: 'published', collection: 'expired' }, true],
    ['pullBack', { publication: 'published' }, false],
  ] as const)('%s, from %o: %s', (change, axes, may) => {
    expect(mayChange({ ...draft, ...axes }, change)).toBe(may)
  })
})

test('a point placed on the map stays where no script runs, and none is offered otherwise', () => {
  const territory = { centre: [2, 46] as [number, number], zoom: 12, districts: [] }
  const words = { zoomIn: '', zoomOut: '', map: '', help: '', placeHere: '', placed: '', outside: '' }
  const shown = (value: string, at: { latitude: number; longitude: number } | null) => {
    const more = createElement(PlaceMap, { territory, at, words: { ...words, none: '', failed: '' } })
    const choices = [
      { value: 'city', label: 'La ville' },
      { value: 'point', label: 'Un point', more, needsScript: true },
    ]
    return renderToStaticMarkup(createElement(PlaceChoice, { label: '', hint: '', value, choices }))
  }
  const placed = shown('point', { latitude: 46.9, longitude: 2.1 })
  expect(placed).toMatch(/<input [^>]*checked=""[^>]*value="point"|value="point"[^>]*checked=""/)
  expect(placed).toContain('name="latitude" value="46.9"')
  expect(shown('city', null)).not.toContain('value="point"')
})
