import { type Change, differences, digestOf, membersOf } from '../rules'

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
  const now = digestOf(valueAt(versions.at(-1)!.settings, at) ?? null)
  const other = versions.findLastIndex(({ settings }) => digestOf(valueAt(settings, at) ?? null) !== now)
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

/** What follows from the changes, in plain words for whoever is about to publish them. */
export function consequencesOf(changes: Change[], { running, thresholds }: Standing): string[] {
  const touched = (...keys: string[]) =>
    changes.some(({ at }) => keys.some((key) => at === key || at.startsWith(`${key}.`)))
  const lines: (string | false)[] = [
    touched('ideas', 'timeZone', 'population') &&
      thresholds.before !== thresholds.after &&
      `The threshold goes from ${said(thresholds.before)} to ${said(thresholds.after)}.`,
    touched('ideas', 'timeZone') &&
      `A new set of rules begins. ${keeping(running)} what is published from now on gets the new ones.`,
    touched('hosts') && 'Links to a host that is removed stop working, and people there are signed out.',
    touched('theme') && 'Every page looks different at once.',
    touched('locales') && 'Addresses move: the first language is the one without a prefix.',
    touched('timeZone') && 'Deadlines already announced do not move.',
    touched('words') && 'Every sentence that names an idea changes.',
    touched('modules') && 'Pages of a module that is switched off are no longer found.',
    touched('signIn') && 'People who sign in by a way that is removed can no longer sign in.',
    touched('territory', 'themes') && 'Ideas already placed keep their district and theme.',
  ]
  return lines.filter((line) => line !== false)
}

const said = (count: number) => count.toLocaleString('en')

function keeping(running: number): string {
  if (running === 0) return 'No idea is running;'
  return running === 1
    ? 'One running idea keeps the present ones;'
    : `${said(running)} running ideas keep the present ones;`
}
