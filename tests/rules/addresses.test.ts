import { expect, test } from 'vitest'
import { everyRoute, expected } from '../support/matrix'
import { routesAsked } from '../support/routes-asked'

test('every address says who may ask for it', () => {
  expect(everyRoute().filter((route) => !expected(route))).toEqual([])
  expect(Object.keys(routesAsked).filter((route) => !everyRoute().includes(route))).toEqual([])
})
