import { type Change, differences, isSame, membersOf } from '../rules'

export type Version = {
  version: number
  settings: unknown
  author: string
  note: string | null
  publishedAt: Date
}
export type Planned = Change & {
  /** The version that last decided this setting. */
  from: Version
  /** It was decided elsewhere than in a file: a file takes it over only if told to. */
  drifted: boolean
}

/** What a file would change, and where what it would change comes from. `versions`: oldest first, at least one. */
export function planOf(versions: Version[], wanted: unknown): Planned[] {
  return differences(versions.at(-1)!.settings, wanted).map((change) => {
    const from = originOf(versions, change.at)
    return { ...change, from, drifted: !isFromFile(from.author) }
  })
}

/** The version in which a setting got the value it has now. */
export function originOf(versions: Version[], at: string): Version {
  const now = valueAt(versions.at(-1)!.settings, at)
  const other = versions.findLastIndex(({ settings }) => !isSame(valueAt(settings, at), now))
  return versions[other + 1]!
}

/** What would be published: the file's settings, but for what was decided elsewhere and is not forced. */
export function settingsOf(current: unknown, wanted: unknown, planned: Planned[], forced: string[]): unknown {
  const kept = planned.filter((one) => one.drifted && !isForced(one, forced)).map(({ at }) => at)
  return merged(current, wanted, '', new Set(kept))
}

export function isForced({ at }: { at: string }, forced: string[]): boolean {
  return forced.some((key) => at === key || at.startsWith(`${key}.`))
}

const isFromFile = (author: string) => author === 'seed' || /^(git|user):/.test(author)

function merged(current: unknown, wanted: unknown, at: string, kept: Set<string>): unknown {
  if (kept.has(at)) return current
  const [old, young] = [membersOf(current), membersOf(wanted)]
  if (!old || !young) return wanted
  const keys = [...new Set([...Object.keys(young), ...Object.keys(old)])]
  const members = keys
    .map((key) => [key, merged(old[key], young[key], at ? `${at}.${key}` : key, kept)] as const)
    .filter(([, member]) => member !== undefined)
  return Array.isArray(wanted) ? members.map(([, member]) => member) : Object.fromEntries(members)
}

function valueAt(settings: unknown, at: string): unknown {
  return at.split('.').reduce<unknown>((value, key) => membersOf(value)?.[key], settings)
}

type Standing = { running: number; thresholds: { before: number; after: number } }

export const consequenceCodes = [
  'threshold_moves',
  'rules_begin',
  'hosts_move',
  'look_changes',
  'addresses_move',
  'deadlines_stay',
  'words_change',
  'modules_change',
  'sign_in_changes',
  'places_stay',
] as const
/** What follows from a change; `counts` are put into its sentence. */
export type Consequence = { code: (typeof consequenceCodes)[number]; counts: Record<string, number> }

/** What follows from the changes, for whoever is about to publish them. */
export function consequencesOf(
  changes: Pick<Change, 'at'>[],
  { running, thresholds }: Standing,
): Consequence[] {
  const touched = (...keys: string[]) =>
    changes.some(({ at }) => keys.some((key) => at === key || at.startsWith(`${key}.`)))
  const follows: Record<Consequence['code'], boolean> = {
    threshold_moves: touched('ideas', 'timeZone', 'population') && thresholds.before !== thresholds.after,
    rules_begin: touched('ideas', 'timeZone') || thresholds.before !== thresholds.after,
    hosts_move: touched('hosts'),
    look_changes: touched('theme'),
    addresses_move: touched('locales'),
    deadlines_stay: touched('timeZone'),
    words_change: touched('words'),
    modules_change: touched('modules'),
    sign_in_changes: touched('signIn'),
    places_stay: touched('territory', 'themes'),
  }
  return consequenceCodes
    .filter((code) => follows[code])
    .map((code) => ({ code, counts: { running, ...thresholds } }))
}
