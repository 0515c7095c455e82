import { beforeAll, expect, test } from 'vitest'
import { readDirectory, writeDirectory } from '@/lib/agir/organisations/listing/input'
import { listDirectory } from '@/lib/agir/organisations/listing/queries'
import type { Tenant } from '@/tenants/tenant'
import { anOrganisation } from '../../support/agir'
import { aCity } from '../../support/cities'

let city: Tenant
const listed = { origin: 'liste', trust: 1 }

beforeAll(async () => {
  city = await aCity()
  await anOrganisation(city, { ...listed, name: 'Écoles en fête', originId: 'ecoles' })
  await anOrganisation(city, { ...listed, name: '123 Soleil', originId: 'soleil' })
  await anOrganisation(city, { ...listed, name: 'Zébulon', originId: 'zebulon', trust: 2 })
  await anOrganisation(city, { name: 'Voisins du canal' })
})

const ask = (query: Record<string, string>) => listDirectory(city, readDirectory(query, city))
const names = async (query: Record<string, string>) => (await ask(query)).shown.map(({ name }) => name)

test('those whose page somebody runs come before those taken from a list', async () => {
  expect(await names({})).toEqual(['Voisins du canal', 'Zébulon', '123 Soleil', 'Écoles en fête'])
})

test('one goes straight to a letter, whatever its accents', async () => {
  expect((await ask({})).letters).toEqual(['0', 'e', 'v', 'z'])
  expect(await names({ lettre: 'e' })).toEqual(['Écoles en fête'])
  expect(await names({ lettre: 'E' })).toEqual(['Écoles en fête'])
  expect(await names({ lettre: '0' })).toEqual(['123 Soleil'])
  expect(await names({ lettre: 'ee' })).toHaveLength(4)
})

test('pages are counted, and what is no page is the first', async () => {
  expect((await ask({ page: '2' })).pages).toEqual({ at: 2, of: 1 })
  expect((await ask({ page: '-1' })).pages.at).toBe(1)
  expect((await ask({ page: '99999' })).pages.at).toBe(1)
  const { filters, page } = readDirectory({ q: 'canal', lettre: 'v', page: '3' }, city)
  expect(readDirectory(Object.fromEntries(new URLSearchParams(writeDirectory(filters, page))), city)).toEqual(
    {
      filters,
      page,
    },
  )
})
