import { expect } from 'vitest'

/** Clocks none of which show the hour of a city of these tests, on both sides of the line where the day changes. */
export const serverZones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu', 'UTC'] as const

/** Works as a server would whose own clocks are those of another zone, and says so if they are not. */
export function withServerIn<Result>(zone: string, work: () => Result): Result {
  const own = process.env.TZ
  process.env.TZ = zone
  try {
    const noon = new Date('2026-11-25T12:00:00Z')
    expect(noon.toLocaleString('sv-SE')).toBe(noon.toLocaleString('sv-SE', { timeZone: zone }))
    return work()
  } finally {
    if (own === undefined) delete process.env.TZ
    else process.env.TZ = own
  }
}
