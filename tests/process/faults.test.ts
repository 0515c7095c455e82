import { expect, test } from 'vitest'
import { endureKills } from '../faults/kills'

test('killed in mid-load, it loses no support that it acknowledged and counts none twice', async () => {
  const { acknowledged, unknown, faults } = await endureKills(3)
  expect(faults).toEqual([])
  expect(acknowledged).toBeGreaterThan(20)
  expect(unknown).toBeGreaterThan(0)
})
