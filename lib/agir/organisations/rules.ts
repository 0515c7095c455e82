/** Who acts together. A collective and neighbours need no legal existence. */
export const organisationKinds = [
  'association',
  'collective',
  'neighbours',
  'public_service',
  'city_programme',
  'other_legal',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const organisationStates = [
  'draft',
  'submitted',
  'active',
  'rejected',
  'suspended',
  'leaving',
  'closed',
] as const
export type OrganisationState = (typeof organisationStates)[number]

/** 0 declared, 1 its number exists, 2 control of it is proven, 3 partner of the city. */
export const trustLevels = [0, 1, 2, 3] as const
export type TrustLevel = (typeof trustLevels)[number]

/** The registers a number may come from. */
export const identifierSchemes = ['rna', 'siren', 'siret', 'other'] as const
export type IdentifierScheme = (typeof identifierSchemes)[number]

export const proofMethods = [
  'register',
  'letter_code',
  'dns',
  'well_known',
  'document',
  'vouching',
  'city',
] as const
export type ProofMethod = (typeof proofMethods)[number]

export const proofStates = ['asked', 'proven', 'refused', 'expired', 'contested'] as const

export const memberRoles = ['owner', 'manager', 'coordinator', 'member'] as const
export type MemberRole = (typeof memberRoles)[number]

export const membershipStates = ['invited', 'requested', 'active', 'left', 'removed'] as const
export type MembershipState = (typeof membershipStates)[number]
