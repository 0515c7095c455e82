export const cityStatuses = [
  'draft',
  'trial',
  'active',
  'read_only',
  'suspended',
  'closing',
  'deleted',
] as const
export type CityStatus = (typeof cityStatuses)[number]

type Whom = 'everyone' | 'staff' | 'nobody'

/** What works in a city, state by state: for everyone, for those who act for the city, or for nobody. */
type Working = {
  reading: Whom
  writing: Whom
  signIn: boolean
  /** Its own people may run it: settings, roles, exports. */
  administration: boolean
  /** Feeds, calendars and the way to be found by search engines. */
  feeds: boolean
  letters: boolean
}

export const cityStates: Record<CityStatus, Working> = {
  draft: at('staff', 'staff', { signIn: true, administration: true, feeds: false, letters: true }),
  trial: at('everyone', 'everyone', { signIn: true, administration: true, feeds: false, letters: true }),
  active: at('everyone', 'everyone', { signIn: true, administration: true, feeds: true, letters: true }),
  read_only: at('everyone', 'nobody', { signIn: true, administration: true, feeds: true, letters: true }),
  suspended: at('nobody', 'nobody', { signIn: false, administration: false, feeds: false, letters: false }),
  closing: at('everyone', 'nobody', { signIn: true, administration: true, feeds: true, letters: true }),
  deleted: at('nobody', 'nobody', { signIn: false, administration: false, feeds: false, letters: false }),
}

function at(reading: Whom, writing: Whom, rest: Omit<Working, 'reading' | 'writing'>): Working {
  return { reading, writing, ...rest }
}

/** The ways a city goes from one state to another. Whoever deletes one has given it its days to leave before. */
export const nextStatuses: Record<CityStatus, readonly CityStatus[]> = {
  draft: ['trial', 'active', 'closing'],
  trial: ['active', 'read_only', 'suspended', 'closing'],
  active: ['read_only', 'suspended', 'closing'],
  read_only: ['active', 'suspended', 'closing'],
  suspended: ['active', 'read_only', 'closing'],
  closing: ['active', 'read_only', 'deleted'],
  deleted: [],
}

/** Whether everyone comes in for the first time; a city that was open before opens again as it is. */
export const opensFirst = (from: CityStatus, to: CityStatus) =>
  to === 'active' && (from === 'draft' || from === 'trial')

/** What a request to change something is for: the city's life, its running, or only to come in and go out. */
export type Act = 'take_part' | 'run' | 'sign_in'

export function mayWrite(status: CityStatus, act: Act, asker: { isStaff: boolean }): boolean {
  const { writing, signIn, administration } = cityStates[status]
  if (act === 'sign_in') return signIn
  if (act === 'run') return administration && asker.isStaff
  return writing === 'everyone' || (writing === 'staff' && asker.isStaff)
}

/** Where a form that is no part of the city's life may go, whatever its state: the doors, and the rooms of its own people. */
export function actAt(path: string): Act {
  if (/^\/(api\/auth|connexion)(\/|$)/.test(path)) return 'sign_in'
  return /^\/administration(\/|$)/.test(path) ? 'run' : 'take_part'
}

/** What a city that is not open yet shows to anyone: its door, and what a page is drawn with. */
export function isOfTheDoor(path: string): boolean {
  return /^\/(connexion|theme|fonts|icon\.svg|manifest\.webmanifest|robots\.txt|api\/auth|api\/letters)(\/|$)/.test(
    path,
  )
}

export const isFeed = (path: string) => /\/flux(\/|$)|\.ics$|^\/sitemap\.xml$/.test(path)
