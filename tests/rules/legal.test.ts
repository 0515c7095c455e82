import { expect, test } from 'vitest'
import { Tenant } from '@/tenants/tenant'
import { legalDocuments } from '@/tenants/legal'
import { shippedCities } from '@/tenants/shipped'
import { type Answers, asAnswered, editionsOf } from '@/lib/tenancy/legal/rules'

const city = shippedCities[0]!
const answers = ({ name, contact, legal, ideas }: Tenant): Answers => ({ name, contact, legal, ideas })
const at = (version: number, tenant: Tenant) => ({
  version,
  publishedAt: new Date(Date.UTC(2026, 0, version)),
  answers: answers(tenant),
})
const withLegal = (legal: Partial<Tenant['legal']>): Tenant => ({
  ...city,
  legal: { ...city.legal, ...legal },
})

test('a city that has answered nothing still has every page', () => {
  expect(Tenant.parse({ ...city, legal: undefined }).legal).toMatchObject({
    accessibility: { state: 'none' },
    extra: {},
  })
})

test('a page changes only with the answers that are written in it', () => {
  const moved = { ...city, contact: { ...city.contact, address: 'Place du Marché' } }
  const versions = [at(1, city), at(2, withLegal({ dpoEmail: 'dpo@city.example' })), at(3, moved)]
  const seen = legalDocuments.map((document) => [
    document,
    editionsOf(versions, document).map(({ version, changed }) => `${version}:${changed.join('+')}`),
  ])
  expect(Object.fromEntries(seen)).toEqual({
    notice: ['3:address', '1:'],
    terms: ['1:'],
    privacy: ['3:address+dpoEmail', '2:dpoEmail', '1:'],
    cookies: ['1:'],
    accessibility: ['1:'],
    charter: ['1:'],
    participation: ['1:'],
  })
})

test('a paragraph of the city’s own belongs to one page', () => {
  const versions = [at(1, city), at(2, withLegal({ extra: { cookies: { fr: 'Rien de plus.' } } }))]
  expect(editionsOf(versions, 'cookies').map(({ version }) => version)).toEqual([2, 1])
  expect(editionsOf(versions, 'charter').map(({ version }) => version)).toEqual([1])
})

test('an older page is read with the answers of its day and the look of today', () => {
  const before = answers(withLegal({ phone: '01 02 03 04 05' }))
  const shown = asAnswered({ ...city, theme: { ...city.theme, brand: '#112233' } }, before)
  expect(shown.legal.phone).toBe('01 02 03 04 05')
  expect(shown.theme.brand).toBe('#112233')
})
