import { expect, test } from 'vitest'
import { BecomeInput } from '@/lib/ideas/examination/input'
import { lasting } from '@/lib/tenancy/site'
import { shippedCities } from '@/tenants/shipped'
import type { Tenant } from '@/tenants/tenant'

const origin = 'https://decider.ville.test'

function read(url: string, shared = false) {
  const typed = { ideaId: crypto.randomUUID(), into: 'Un jardin partagé', url }
  const read = BecomeInput({ origin }).safeParse(typed).data?.url
  const [city] = shippedCities
  const tenant = { ...city!, hosts: shared ? { shared: ['ville.test'] } : city!.hosts } as Tenant
  return read && lasting({ tenant, surface: 'decider', origin }, read)
}

test('a page of this platform is kept without its host and its language', () => {
  expect(read('https://decider.ville.test/consultations/un-jardin')).toBe('/consultations/un-jardin')
  expect(read('https://decider.ville.test/en/consultations/un-jardin?x=1#y')).toBe('/consultations/un-jardin')
  expect(read('/consultations/un-jardin')).toBe('/consultations/un-jardin')
  expect(read(`${origin}/decider/consultations/un-jardin`, true)).toBe('/consultations/un-jardin')
  expect(read('/consultations/un-jardin', true)).toBe('/consultations/un-jardin')
  expect(read(`${origin}/agir/initiatives`, true)).toBe(`${origin}/agir/initiatives`)
})

test('elsewhere it is an address served securely, and nothing else', () => {
  expect(read('https://budget.ville.test/projets/7')).toBe('https://budget.ville.test/projets/7')
  for (const bad of [
    '//mechant.test',
    'javascript:alert(1)',
    'http://ville.test',
    'https://',
    '',
    '/\\mechant.test',
  ])
    expect(read(bad), bad).toBeUndefined()
})
