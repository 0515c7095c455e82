import type { ActivityModeration, AttendanceMode } from '../rules'

/** One question each, in this order; also the last part of their addresses. */
export const steps = ['sujet', 'dates', 'lieu', 'texte', 'image', 'accueil', 'envoi'] as const
export type Step = (typeof steps)[number]

export const lengths = {
  title: { min: 5, max: 100 },
  summary: { min: 20, max: 240 },
  body: { min: 50, max: 5000 },
  practical: { max: 1500 },
  placeLabel: { min: 2, max: 120 },
  address: { min: 3, max: 160 },
  accessNote: { max: 300 },
  price: { max: 60 },
} as const

export const most = { drafts: 10, themes: 3, capacity: 5000, schedules: 20, perHour: 60 } as const

type Answers = {
  title: string
  themeIds: string[]
  attendance: AttendanceMode
  placeLabel: string | null
  districtCode: string | null
  onlineUrl: string | null
  summary: string
  body: string
  spoken: string[]
  scheduleCount: number
}

/** The steps that still want something, the first one first. */
export function openSteps(draft: Answers): Step[] {
  const isThere = Boolean(draft.placeLabel && draft.districtCode)
  const wanting: Record<Step, boolean> = {
    sujet: draft.title === '' || draft.themeIds.length === 0,
    dates: draft.scheduleCount === 0,
    lieu: draft.attendance === 'online' ? !draft.onlineUrl : !isThere,
    texte: draft.summary === '' || draft.body === '',
    image: false,
    accueil: draft.spoken.length === 0,
    envoi: false,
  }
  return steps.filter((step) => wanting[step])
}

export const stepAfter = (step: Step): Step => steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!

/** From this trust on there may be as many dates as they wish. */
export const knownFrom = 1
/** From this trust on what an organisation says is public at once. */
export const trustedFrom = 2

/** What readers of the city read: a change of one of these by somebody not yet trusted waits for them. */
export const readParts = [
  'kind',
  'title',
  'summary',
  'body',
  'practical',
  'themeIds',
  'attendance',
  'placeLabel',
  'address',
  'districtCode',
  'latitude',
  'longitude',
  'accessNote',
  'externalUrl',
  'image',
  'imageAlt',
  'roles',
] as const

export type Fate = 'kept' | 'waits' | 'being_read'

/** What becomes of a change: kept as it is, kept beside until it is read, or refused while somebody reads. */
export function fateOf(
  { moderation, trust }: { moderation: ActivityModeration; trust: number },
  changed: string[],
): Fate {
  if (moderation === 'submitted') return 'being_read'
  if (moderation !== 'approved' || trust >= trustedFrom) return 'kept'
  return readParts.some((part) => changed.includes(part)) ? 'waits' : 'kept'
}
