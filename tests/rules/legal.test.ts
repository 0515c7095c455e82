import { expect, test } from 'vitest'
import { Tenant } from '@/tenants/tenant'
import { legalDocuments } from '@/tenants/legal'
import { shippedCities } from '@/tenants/shipped'
import { type Answers, asAnswered, askedOf, editionsOf, owedBy } from '@/lib/tenancy/legal/rules'

const city = shippedCities[0]!
const answers = ({ name, contact, legal, ideas, sentences }: Tenant): Answers => ({
  ...{ name, contact, legal, ideas, sentences },
})
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

test('a sentence of a page said otherwise makes another version of that page, and of no other', () => {
  const said: Tenant = { ...city, sentences: { 'legal.terms.lead': { fr: 'Ce que nous nous promettons.' } } }
  const versions = [at(1, city), at(2, said)]
  const seen = (document: (typeof legalDocuments)[number]) =>
    editionsOf(versions, document).map(({ version, changed }) => `${version}:${changed.join('+')}`)
  expect(seen('terms')).toEqual(['2:sentences', '1:'])
  expect(seen('privacy')).toEqual(['1:'])
  expect(asAnswered(said, answers(city)).sentences).toEqual({})
})

const asking = (askedAt: Tenant['legal']['askedAt']) => withLegal({ askedAt })

test('the terms ask everyone once, and again only when the city wants it', () => {
  const moved = asking({ terms: '2026-02-01T00:00:00Z' })
  const reworded: Tenant = { ...moved, legal: { ...moved.legal, law: { fr: 'Le droit de la ville.' } } }
  const versions = [at(1, city), at(2, moved), at(3, reworded)]
  const asked = (until: number) => askedOf(versions.slice(0, until))
  expect(asked(1)).toEqual([{ document: 'terms', version: 1, since: 1 }])
  expect(asked(2)).toEqual([{ document: 'terms', version: 2, since: 2 }])
  expect(asked(3)).toEqual([{ document: 'terms', version: 3, since: 2 }])
  expect(owedBy(asked(3), [{ document: 'terms', version: 1 }])).toHaveLength(1)
  expect(owedBy(asked(3), [{ document: 'terms', version: 2 }])).toEqual([])
})

test('the charter is asked of nobody before the city wants it', () => {
  const versions = [at(1, city), at(2, asking({ charter: '2026-02-01T00:00:00Z' }))]
  expect(askedOf(versions).map(({ document }) => document)).toEqual(['terms', 'charter'])
})
