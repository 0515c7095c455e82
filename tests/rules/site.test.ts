import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathOf, readPath, type Surface } from '@/lib/tenancy/site'
import type { Locale, Tenant } from '@/tenants/tenant'

type City = Pick<Tenant, 'hosts' | 'locales'>
const city = (locales: Locale[], hosts: Partial<Tenant['hosts']>) =>
  ({ locales, hosts: { aliases: [], ...hosts } }) satisfies City as unknown as Tenant

const oneHost = city(['fr', 'en'], { shared: 'ville.test' })
const twoHosts = city(['ar', 'fr'], { decider: 'decider.test', agir: 'agir.test' })

describe('where a page of a city is', () => {
  test.each([
    ['/decider/idees', oneHost, 'fr', 'decider', '/idees'],
    ['/en/decider/idees', oneHost, 'en', 'decider', '/idees'],
    ['/en/agir', oneHost, 'en', 'agir', '/'],
    ['/', oneHost, 'fr', 'ville', '/'],
    ['/en', oneHost, 'en', 'ville', '/'],
    ['/idees', twoHosts, 'ar', 'decider', '/idees'],
    ['/fr', twoHosts, 'fr', 'decider', '/'],
    ['/fr/x', twoHosts, 'fr', 'agir', '/x'],
  ] as const)('at %s', (address, tenant, locale, surface, path) => {
    expect(pathOf(tenant, locale, surface, path)).toBe(address)
  })

  test('another city’s name at the head of a path is no city, only a path', () => {
    expect(readPath(twoHosts, 'decider', '/lyon/fr/decider')).toMatchObject({ path: '/lyon/fr/decider' })
  })

  test('a language the city does not speak is only a path', () => {
    expect(readPath(oneHost, 'shared', '/es/decider')).toEqual({
      locale: 'fr',
      surface: 'ville',
      path: '/es/decider',
    })
  })

  test('reading an address finds the page it was made for', () => {
    const word = fc.stringMatching(/^[a-z0-9-]{1,8}$/).filter((one) => !taken.has(one))
    const path = fc.array(word, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`)
    const surface = fc.constantFrom<Surface>('decider', 'agir', 'ville')
    fc.assert(
      fc.property(
        fc.constantFrom(oneHost, twoHosts),
        fc.nat(1),
        surface,
        path,
        (tenant, language, on, to) => {
          const host = tenant.hosts.shared ? 'shared' : on === 'ville' ? 'decider' : on
          const shown = host === 'shared' ? on : host
          const locale = tenant.locales[language]!
          expect(readPath(tenant, host, pathOf(tenant, locale, shown, to))).toEqual({
            locale,
            surface: shown,
            path: to,
          })
        },
      ),
    )
  })
})

const taken = new Set<string>(['decider', 'agir', 'fr', 'en', 'es', 'ar'])
