import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { base32, codeOf, stepAt, stepOfCode } from '@/lib/operator/sign-in/rules'
import { stepForms } from '@/lib/operator/wizard/input'
import { foreseeReadiness } from '@/lib/operator/wizard/readiness/queries'
import { identityFor, isDone, nextStep, proposals } from '@/lib/operator/wizard/rules'
import { blueprintFor, plainOutline, proposedThreshold, slugFor } from '@/lib/tenancy/creation/rules'

describe('a one-time code', () => {
  const secret = Buffer.from('12345678901234567890')

  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [2000000000, '279037'],
  ])('at %i s is the one of RFC 6238', (seconds, code) => {
    expect(codeOf(secret, stepAt(new Date(seconds * 1000)))).toBe(code)
  })

  test('serves once, and half a minute early or late', () => {
    const now = new Date(1111111109_000)
    const step = stepAt(now)
    expect(stepOfCode(secret, codeOf(secret, step - 1), 0, now)).toBe(step - 1)
    expect(stepOfCode(secret, codeOf(secret, step), step, now)).toBe(null)
    expect(stepOfCode(secret, codeOf(secret, step - 2), 0, now)).toBe(null)
  })

  test('its secret is told as authenticators read it', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  })
})

describe('what is proposed to a new city', () => {
  test.each([
    [900, 30],
    [8_412, 90],
    [90_000, 300],
    [2_104_000, 1500],
  ])('%i inhabitants: %i supports', (population, threshold) => {
    expect(proposedThreshold(population)).toBe(threshold)
  })

  test.each([
    ['FR', 900, 'small-commune'],
    ['FR', 60_000, 'town'],
    ['FR', 900_000, 'big-city'],
    ['CL', 60_000, 'abroad'],
  ])('in %s with %i inhabitants: %s', (country, population, expected) => {
    expect(blueprintFor({ country, population })).toBe(expected)
  })

  test('an outline that closes, around its centre', () => {
    const [ring] = plainOutline({ population: 9000, latitude: 46.9, longitude: 2.04 }).coordinates
    expect(ring!.at(0)).toEqual(ring!.at(-1))
    expect(ring!.length).toBe(9)
  })
})

describe('the wizard', () => {
  test.each(['44109', 'Nantes', 'nantes'])('knows a commune by %s', (asked) => {
    expect(identityFor(asked)).toMatchObject({ insee: '44109', id: 'nantes', population: 323_000 })
  })

  test('asks what it does not know', () => {
    expect(identityFor('Fougères-sur-Orle')).toEqual({
      id: slugFor('Fougères-sur-Orle'),
      name: 'Fougères-sur-Orle',
      country: 'FR',
    })
  })

  test('goes on at the first step that is not done', () => {
    expect(nextStep({})).toBe('identity')
    const identity = { id: 'x1', name: 'X', country: 'FR', population: 900, latitude: 1, longitude: 1 }
    expect(nextStep({ identity })).toBe('model')
    expect(isDone('look', { identity })).toBe(false)
    expect(proposals({ identity })).toMatchObject({ blueprint: 'small-commune', rules: { threshold: 30 } })
  })
})

describe('the territory of a new city', () => {
  const identity = {
    id: 'val-g',
    name: 'Val',
    country: 'FR',
    population: '9000',
    latitude: '48',
    longitude: '2',
  }
  const square = (x: number) => [[x, 48], [x + 0.01, 48], [x + 0.01, 48.01], [x, 48.01], [x, 48]] // prettier-ignore
  const feature = (code: string, x: number) => ({
    type: 'Feature',
    properties: { code, name: code },
    geometry: { type: 'Polygon', coordinates: [square(x)] },
  })
  const file = (...features: unknown[]) =>
    new File([JSON.stringify({ type: 'FeatureCollection', features })], 'x.geojson')
  const sent = (ground: File) => stepForms.identity.safeParseAsync({ ...identity, insee: '', ground })

  test('comes from a file, with its codes and its names', async () => {
    const read = await sent(file(feature('nord', 2), feature('sud', 2.01)))
    expect(read.data).toMatchObject({
      identity: { id: 'val-g' },
      territory: { districts: [{ code: 'nord', name: 'nord' }, { code: 'sud' }] },
    })
  })

  test.each([
    ['not_geojson', new File(['<svg onload="alert(1)"/>'], 'x.json')],
    ['outlines_overlap', file(feature('nord', 2), feature('sud', 2.005))],
    ['centre_elsewhere', file(feature('nord', 20))],
    ['not_geojson', file({ type: 'Feature', properties: {}, geometry: null })],
  ])('%s is said at its field', async (code, ground) => {
    const { error } = await sent(ground)
    expect(error!.issues).toMatchObject([{ path: ['ground'], message: code }])
  })

  test('stays as it was when no file is sent, and goes when asked', async () => {
    expect((await sent(new File([], ''))).data).not.toHaveProperty('territory')
    const without = { ...identity, insee: '', withoutGround: 'on' }
    expect((await stepForms.identity.safeParseAsync(without)).data).toMatchObject({
      territory: { districts: [] },
    })
  })
})

test('before it is made, a city knows what it lacks to open, counting those who are invited', () => {
  const answers = JSON.parse(readFileSync('tenants/example-city.json', 'utf8'))
  const foreseen = (change: object) => foreseeReadiness({ ...answers, ...change })!.missing
  expect(foreseen({})).toEqual([])
  const alone = { people: answers.people.slice(0, 1), legal: { ...answers.legal, dpoEmail: undefined } }
  expect(foreseen(alone)).toEqual(['privacy', 'owners', 'moderators'])
  expect(foreseeReadiness({ identity: answers.identity })).toBeNull()
})
