export const claimStates = ['waiting', 'granted', 'refused'] as const

export const claimLimits = {
  said: { min: 20, max: 1000 },
  reply: { min: 30, max: 1000 },
  atOnce: 10,
} as const

export const claimRefusals = [
  'not_there',
  'not_imported',
  'no_organisation',
  'already_yours',
  'already_asked',
  'too_many',
  'outside_scope',
  'own_organisation',
  'already_decided',
] as const
export type ClaimRefusal = (typeof claimRefusals)[number]

type Claimable = {
  origin: string | null
  mergedIntoId: string | null
  organisationId: string | null
  claimedAt: Date | null
}

/** Why an organisation cannot come forward for an activity, or null. What another took over may be contested. */
export function claimRefusal(activity: Claimable, organisationId: string): ClaimRefusal | null {
  if (activity.origin === null || activity.mergedIntoId !== null) return 'not_imported'
  if (activity.claimedAt !== null && activity.organisationId === organisationId) return 'already_yours'
  return null
}
