import { trustedFrom } from '../organisations/rules'

/** Something that lasts and that people keep together: a garden, a workshop, a walk for all. */
export const initiativeStates = ['draft', 'submitted', 'active', 'ended', 'rejected', 'hidden'] as const
export type InitiativeState = (typeof initiativeStates)[number]

/** Whoever looks after it, and whoever takes part. */
export const initiativeRoles = ['keeper', 'participant'] as const
export type InitiativeRole = (typeof initiativeRoles)[number]

/** One question each, in this order; also the last part of their addresses. */
export const initiativeSteps = ['sujet', 'recit', 'lieu', 'image', 'envoi'] as const
export type InitiativeStep = (typeof initiativeSteps)[number]

export const initiativeLimits = {
  title: { min: 5, max: 100 },
  summary: { min: 20, max: 240 },
  story: { min: 80, max: 6000 },
  placeLabel: { min: 0, max: 120 },
  address: { min: 0, max: 160 },
  themes: 3,
  /** How many one person may have in the making, or waiting to be read, at a time. */
  atOnce: 3,
} as const

/** The last words of addresses that are pages of their own. */
export const reservedSlugs: readonly string[] = ['flux', 'nouvelle']

export const isShown = (state: InitiativeState) => state === 'active' || state === 'ended'

export const stepAfter = (step: InitiativeStep): InitiativeStep =>
  initiativeSteps[Math.min(initiativeSteps.indexOf(step) + 1, initiativeSteps.length - 1)]!

/** What a page says of it: read before everyone sees it. */
export type InitiativeWords = {
  title: string
  summary: string
  story: string
  themeIds: string[]
  districtCode: string | null
  placeLabel: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  image: string | null
  imageAlt: string | null
}

/** The steps that still want something, the first one first. */
export function openSteps({
  title,
  summary,
  story,
}: Pick<InitiativeWords, 'title' | 'summary' | 'story'>): InitiativeStep[] {
  const wanting: InitiativeStep[] = []
  if (title === '' || summary === '') wanting.push('sujet')
  if (story === '') wanting.push('recit')
  return wanting
}

export type Fate = 'kept' | 'waits' | 'being_read' | 'not_there'

/** What becomes of a change: kept as it is, kept beside until it is read, or refused. */
export function fateOf({ state, trust }: { state: InitiativeState; trust: number }): Fate {
  if (state === 'draft') return 'kept'
  if (state === 'submitted') return 'being_read'
  if (state !== 'active') return 'not_there'
  return trust >= trustedFrom ? 'kept' : 'waits'
}

export const initiativeRefusals = [
  'not_there',
  'being_read',
  'not_your_organisation',
  'too_many',
  'too_fast',
  'already_sent',
  'incomplete',
  'has_dates',
  'last_keeper',
  'already_in',
] as const
export type InitiativeRefusal = (typeof initiativeRefusals)[number]
