import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import * as schema from '@/drizzle/schema'
import {
  columnsLeft,
  inOrder,
  isFileName,
  namesItsCity,
  sealedColumns,
  travels,
} from '@/lib/tenancy/departure/rules'
import { headerOf, readHeader } from '@/lib/tenancy/departure/tar/rules'

const tables = Object.values(schema)
  .filter((one) => one instanceof PgTable)
  .map((one) => getTableConfig(one as PgTable))
  .filter((table) => table.schema === undefined)

test('of every table it is said how it leaves with its city', () => {
  const unsaid = tables.map(({ name }) => name).filter((name) => !(name in travels))
  expect(unsaid).toEqual([])
  const gone = Object.keys(travels).filter((name) => !tables.some((table) => table.name === name))
  expect(gone).toEqual([])
  for (const name of [...Object.keys(columnsLeft), ...Object.keys(sealedColumns), ...namesItsCity])
    expect(travels[name]).toMatch(/^(city|people|voices)$/)
})

test('what is sealed under the master secret is opened on the way, or stays', () => {
  const sealed = tables.filter(({ columns }) => columns.some(({ name }) => /sealed|secret|cipher/.test(name)))
  expect(sealed.length).toBeGreaterThan(2)
  const open = sealed
    .map(({ name }) => name)
    .filter((name) => travels[name] !== 'never' && !(name in sealedColumns))
  expect(open).toEqual([])
})

test('tables come after those they point at, and a circle is not passed over', () => {
  const order = inOrder(
    ['tasks', 'people', 'ideas', 'supports'],
    new Map([
      ['ideas', ['people', 'ideas']],
      ['supports', ['ideas']],
    ]),
  )
  expect(order.indexOf('people')).toBeLessThan(order.indexOf('ideas'))
  expect(order.indexOf('tasks')).toBeLessThan(order.indexOf('ideas'))
  expect(order.at(-1)).toBe('supports')
  const circle = new Map([
    ['a', ['b']],
    ['b', ['a']],
  ])
  expect(() => inOrder(['a', 'b'], circle)).toThrow()
})

test.each(['../x', '.x', 'a/b', 'a.webp\0', '', 'é.webp', 'a..webp'])('%j is no name of a file', (name) => {
  expect(isFileName(name)).toBe(false)
})

test('a container says what it holds, however large, and nothing that was touched is read', () => {
  for (const size of [0, 1, 511, 8 ** 11 - 1, 8 ** 11, 2 ** 40]) {
    const header = headerOf('city/ideas.ndjson.gz', size, new Date(0))
    expect(readHeader(header)).toEqual({ name: 'city/ideas.ndjson.gz', size })
  }
  const touched = headerOf('a', 1, new Date(0))
  touched[0] = 98
  expect(() => readHeader(touched)).toThrow()
})
