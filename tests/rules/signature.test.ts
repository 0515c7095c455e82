import { describe, expect, test } from 'vitest'
import { familyOf, signatureOf, signatureSvg } from '@/lib/theme/signature'
import { shippedCities } from '@/tenants/shipped'

describe('the band of a city', () => {
  test('is the same each time it is drawn', () => {
    for (const { theme } of shippedCities) expect(signatureOf(theme.seed)).toEqual(signatureOf(theme.seed))
  })

  test('is of another family in each city that ships', () => {
    const families = shippedCities.map(({ theme }) => familyOf(theme.seed))
    expect(new Set(families).size).toBe(shippedCities.length)
  })

  test('differs with the seed, even within a family', () => {
    const drawn = Array.from({ length: 60 }, (_, number) => JSON.stringify(signatureOf(`seed ${number}`)))
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  test('takes every family in turn when seeds differ', () => {
    const families = Array.from({ length: 60 }, (_, number) => familyOf(`seed ${number}`))
    expect(new Set(families).size).toBe(6)
  })

  test('weighs less than a kilobyte, whatever the size it is shown at', () => {
    for (const { theme } of shippedCities) {
      const small = signatureSvg(theme, { width: 300, height: 40 })
      const large = signatureSvg(theme, { width: 1200, height: 630, scale: 6 })
      expect(Buffer.byteLength(small)).toBeLessThan(1100)
      expect(large.length - small.length).toBeLessThan(10)
    }
  })

  test('carries the city’s own colours', () => {
    for (const { theme } of shippedCities)
      for (const colour of [theme.brand, theme.accent])
        expect(signatureSvg(theme, { width: 300, height: 40 })).toContain(colour)
  })
})
