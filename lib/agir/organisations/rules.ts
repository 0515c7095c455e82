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

export const organisationLimits = {
  name: { min: 3, max: 120 },
  summary: { min: 20, max: 240 },
  story: { min: 0, max: 6000 },
  address: { min: 0, max: 300 },
  themes: 5,
  /** How many one person may have in the making, or waiting to be read, at a time. */
  atOnce: 3,
} as const

/** Those whose page everyone may read. */
export const isPublic = (state: OrganisationState) => state === 'active' || state === 'leaving'

/** What somebody may do for an organisation: speak for it, run its page, or give and take roles. */
export const powers = ['speak', 'manage', 'own'] as const
export type Power = (typeof powers)[number]

const powersOf: Record<MemberRole, readonly Power[]> = {
  owner: ['speak', 'manage', 'own'],
  manager: ['speak', 'manage'],
  coordinator: ['speak'],
  member: [],
}

export function hasPower(role: MemberRole | null, power: Power): boolean {
  return role !== null && powersOf[role].includes(power)
}

/** Groups that the law does not know, and that nobody asks for a number. */
export const isInformal = (kind: OrganisationKind) => kind === 'collective' || kind === 'neighbours'

/** What only those who act for the city present: it would pass for the city itself. */
export const isOfTheCity = (kind: OrganisationKind) => kind === 'city_programme'

/** From which level on the city's readers look at what was changed afterwards, not before. */
export const trustedFrom: TrustLevel = 2

/** The last words of addresses that are pages of their own. */
export const reservedSlugs: readonly string[] = ['nouvelle', 'carte', 'verifier', 'flux']

export const organisationRefusals = [
  'not_there',
  'name_taken',
  'name_reserved',
  'too_many',
  'already_sent',
  'not_ready',
  'suspended',
  'city_only',
  'has_dates',
] as const
export type OrganisationRefusal = (typeof organisationRefusals)[number]

/** What a page says of those it is about: read before everyone sees it. */
export type OrganisationWords = {
  name: string
  summary: string
  story: string
  kind: OrganisationKind
  /** The picture it wishes for, where it wishes for another. */
  logo?: string | null
  logoAlt?: string | null
}

/** Whether what is wished changes what was read: the rest, such as an address, is shown at once. */
export function changesWords(before: OrganisationWords, after: OrganisationWords): boolean {
  return (['name', 'summary', 'story', 'kind'] as const).some((key) => before[key] !== after[key])
}
