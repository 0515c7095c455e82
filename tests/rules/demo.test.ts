import { afterEach, expect, test, vi } from 'vitest'
import { reachableIssuer } from '@/lib/auth/demo'
import { openProviders } from '@/lib/auth/oidc'
import { guardedLookup, mayBeCalled } from '@/lib/outgoing/addresses'
import { demoHost, mountDemoHost } from '@/lib/server/front/demo-hosts'
import { castOf } from '@/lib/server/demo/cast'
import { shippedCities } from '@/tenants/shipped'

afterEach(() => vi.unstubAllEnvs())

test('outside the demo there is no mailbox and no account service', () => {
  vi.stubEnv('PARVIS_DEMO', '0')
  for (const host of ['mailbox.localhost', 'compte.localhost']) {
    mountDemoHost(host, () => {})
    expect(demoHost(host)).toBeUndefined()
  }
  for (const city of shippedCities) expect(openProviders(city), city.id).toEqual([])
  expect(reachableIssuer('http://compte.localhost')).toBe('http://compte.localhost')
  expect(mayBeCalled('http://compte.localhost/auth')).toBe(false)
  expect(mayBeCalled('https://127.0.0.1/auth')).toBe(false)
  expect(mayBeCalled('https://[::1]/auth')).toBe(false)
  expect(mayBeCalled('https://compte.exemple.fr/auth')).toBe(true)
})

test('outside the demo a name that leads inside is not followed', async () => {
  vi.stubEnv('PARVIS_DEMO', '0')
  const found = await new Promise<Error | null>((told) =>
    guardedLookup('localhost', { all: true }, (error) => told(error)),
  )
  expect(found?.message).toBe('address_inside')
})

test('each city of the demo has people who live, work or serve there', () => {
  for (const city of shippedCities) {
    const cast = castOf(city)
    expect(cast).toHaveLength(17)
    expect(new Set(cast.map(({ key }) => key)).size).toBe(17)
    expect(new Set(cast.map(({ districtCode }) => districtCode).filter(Boolean)).size).toBeGreaterThan(2)
    for (const part of [
      'minor',
      'association',
      'moderator',
      'instructor',
      'signatory',
      'dpo',
      'auditor',
      'admin',
      'owner',
    ]) {
      expect(
        cast.filter((person) => person.part === part),
        `${city.id} ${part}`,
      ).toHaveLength(1)
    }
  }
})
