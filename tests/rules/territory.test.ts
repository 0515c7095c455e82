import { describe, expect, test } from 'vitest'
import { drawTerritory } from '@/lib/territory/rules'
import { shippedCities } from '@/tenants/shipped'

describe.each(shippedCities.map((city) => [city.id, city] as const))('the map of %s', (_id, city) => {
  const drawing = drawTerritory(city)

  test('draws every district, inside its frame', () => {
    expect(drawing.districts.map(({ code }) => code)).toEqual(
      city.territory.districts.map(({ code }) => code),
    )
    for (const { x, y, path } of drawing.districts) {
      expect(path).toMatch(/^M-?\d+ -?\d+l/)
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(drawing.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(drawing.height)
    }
  })

  test('puts each number where there is room for it, and none on another', () => {
    for (const one of drawing.districts) {
      expect(one.room).toBeGreaterThan(7)
      for (const other of drawing.districts.filter(({ code }) => code !== one.code))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(14)
    }
  })
})

test('north is up: what lies further north is drawn higher', () => {
  const square = (south: number) => [
    [2, south],
    [2.1, south],
    [2.1, south + 0.1],
    [2, south + 0.1],
    [2, south],
  ]
  const district = (code: string, south: number) => ({
    code,
    name: { fr: code },
    outline: { type: 'Polygon' as const, coordinates: [square(south)] as [number, number][][] },
  })
  const [city] = shippedCities
  const districts = [district('north', 48.1), district('south', 48)]
  const [north, south] = drawTerritory({ territory: { ...city!.territory, districts } }).districts
  expect(north!.y).toBeLessThan(south!.y)
})
