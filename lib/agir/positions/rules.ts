import type { Skill } from '../volunteers/rules'

/** One of the things to do on a date, where there is more than one: whoever registers chooses. */
export type Role = { label: string; skill: Skill | null; capacity: number | null }

export const roleLimits = { most: 6, label: { min: 2, max: 60 } } as const

type Welcome = {
  roles: readonly Role[]
  capacity: number | null
  newcomerSeats: number
  hasWaitlist: boolean
  minAge: number | null
}

/** What a new date begins with: one position without a name, or one for each role. */
export function positionsFor({ roles, capacity, newcomerSeats, hasWaitlist, minAge }: Welcome) {
  const alone = { label: null, rank: 0, skills: [] as string[], capacity, newcomerSeats }
  const each = roles.map((role, rank) => ({
    ...{ label: role.label, rank, capacity: role.capacity, newcomerSeats: 0 },
    skills: role.skill ? [role.skill as string] : [],
  }))
  return (each.length > 0 ? each : [alone]).map((one) => ({ ...one, hasWaitlist, minAge }))
}
