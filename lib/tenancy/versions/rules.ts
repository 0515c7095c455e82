import { createHash } from 'node:crypto'
import type { Tenant } from '../../../tenants/tenant'
import { groundProblems } from '../../territory/ground/rules'
import { hiddenIn } from '../../text'

/** One setting that is not the same any more; `at` is its path, as `ideas.threshold.value`. */
export type Change = { at: string; before: unknown; after: unknown }
/** What settings may not say, and where; `named` and `count` go into its sentence. */
export type Problem = { at: string; code: ProblemCode; named?: string; count?: number }
export const problemCodes = [
  'homeless_host',
  'nothing_said',
  'there_twice',
  'upside_down',
  'above_population',
  'above_city',
  'no_way_in',
  'no_module',
  'no_host',
  'not_allowed',
  'outline_open',
  'outline_hollow',
  'outlines_overlap',
  'outlines_heavy',
  'centre_elsewhere',
  'in_use',
  'unreadable_colour',
  'nobody_comes_back',
  'never_tried',
  'control_characters',
  'direction_controls',
  'invisible_characters',
  'too_many_marks',
  'sentence_unknown',
  'sentence_unreadable',
  'sentence_stranger',
  'sentence_lacks',
  'sentence_markup',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** The same text for the same settings, whatever the order in which they were written. */
export function digestOf(settings: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(settings)))
    .digest('hex')
}

/** Whether two settings say the same, whatever the order in which they were written. What is not there says nothing. */
export const isSame = (one: unknown, other: unknown) => isAlike(one ?? null, other ?? null)

function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!one || !other || typeof one !== 'object' || typeof other !== 'object') return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [old, young] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return Object.keys({ ...old, ...young }).every((key) => isAlike(old[key], young[key]))
}

/** What differs, setting by setting. Lists whose members have a name of their own are compared member by member. */
export function differences(before: unknown, after: unknown, at = ''): Change[] {
  if (isSame(before, after)) return []
  const [old, young] = [membersOf(before), membersOf(after)]
  if (!old || !young) return [{ at, before, after }]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(young)])]
  return keys.flatMap((key) => differences(old[key], young[key], at ? `${at}.${key}` : key))
}

/** What the shape alone cannot refuse: settings that contradict each other. */
export function settingsProblems(tenant: Tenant): Problem[] {
  return [
    ...hostProblems(tenant),
    ...platformProblems(tenant),
    ...languageProblems(tenant),
    ...twice(
      'themes',
      tenant.themes.map(({ id }) => id),
    ),
    ...twice(
      'territory.districts',
      tenant.territory.districts.map(({ code }) => code),
    ),
    ...twice(
      'departments',
      tenant.departments.map(({ id }) => id),
    ),
    ...ruleProblems(tenant),
    ...wayProblems(tenant),
    ...groundProblems(tenant.territory),
    ...hiddenProblems(tenant),
  ]
}

function hostProblems({ hosts }: Tenant): Problem[] {
  const own = [hosts.shared, hosts.decider, hosts.agir].filter((host) => host !== undefined)
  const homeless = hosts.aliases.filter(({ to }) => !hosts[to])
  return [
    ...twice('hosts', [...own, ...hosts.aliases.map(({ host }) => host)]),
    ...homeless.map(({ host }) => ({ at: 'hosts.aliases', code: 'homeless_host', named: host }) as const),
  ]
}

/** A platform that is on can be reached, and there is one. */
function platformProblems({ hosts, modules }: Tenant): Problem[] {
  const unreachable = (one: 'decider' | 'agir') => !hosts.shared && !hosts[one]
  return [
    ...(modules.ideas || modules.agir ? [] : [{ at: 'modules', code: 'no_module' } as const]),
    ...(modules.ideas && unreachable('decider') ? [{ at: 'modules.ideas', code: 'no_host' } as const] : []),
    ...(modules.agir && unreachable('agir') ? [{ at: 'modules.agir', code: 'no_host' } as const] : []),
  ]
}

function languageProblems({ locales, name, platformNames, words, themes, territory }: Tenant): Problem[] {
  const said = {
    name,
    'platformNames.decider': platformNames.decider,
    'platformNames.agir': platformNames.agir,
    'words.idea': words.idea,
    'territory.districtWord': territory.districtWord,
    ...Object.fromEntries(themes.map((theme) => [`themes.${theme.id}`, theme.name])),
    ...Object.fromEntries(territory.districts.map((one) => [`territory.districts.${one.code}`, one.name])),
  }
  const missing = Object.entries(said).flatMap(([at, text]) =>
    locales
      .filter((locale) => !text[locale])
      .map((locale) => ({ at, code: 'nothing_said', named: locale }) as const),
  )
  return [...twice('locales', locales), ...missing]
}

function ruleProblems({ ideas: { titleLength, bodyLength, threshold }, population }: Tenant): Problem[] {
  const wrong: Record<string, boolean> = {
    'ideas.titleLength': titleLength.min > titleLength.max,
    'ideas.bodyLength': bodyLength.min > bodyLength.max,
    'ideas.threshold': threshold.mode === 'share' && threshold.floor > threshold.cap,
  }
  const least = threshold.mode === 'share' ? threshold.floor : threshold.value
  return [
    ...Object.keys(wrong)
      .filter((at) => wrong[at])
      .map((at) => ({ at, code: 'upside_down' }) as const),
    ...(least > population
      ? [{ at: 'ideas.threshold', code: 'above_population', count: population } as const]
      : []),
    ...aboveCity(threshold),
  ]
}

/** What is promised to the whole city holds everywhere in it. */
function aboveCity(threshold: Tenant['ideas']['threshold']): Problem[] {
  if (threshold.mode !== 'districts') return []
  return Object.entries(threshold.districts)
    .filter(([, own]) => own > threshold.value)
    .map(([code]) => `ideas.threshold.districts.${code}`)
    .map((at) => ({ at, code: 'above_city', count: threshold.value }))
}

/** A city in which nobody could sign in is a mistake. */
function wayProblems({ signIn }: Tenant): Problem[] {
  return [
    ...(signIn.email.enabled || signIn.providers.length > 0
      ? []
      : [{ at: 'signIn.email.enabled', code: 'no_way_in' } as const]),
  ]
}

/** What nobody can see may not be said anywhere. */
function hiddenProblems(settings: unknown, at = ''): Problem[] {
  if (typeof settings === 'string') {
    const code = hiddenIn(settings, !settings.includes('\n'))
    return code ? [{ at, code }] : []
  }
  if (settings === null || typeof settings !== 'object' || at === 'territory.districts') return []
  const members = Array.isArray(settings)
    ? settings.map((one, index) => [index, one] as const)
    : Object.entries(settings)
  return members.flatMap(([name, value]) => hiddenProblems(value, at ? `${at}.${name}` : String(name)))
}

function twice(at: string, names: readonly string[]): Problem[] {
  const repeated = new Set(names.filter((name, place) => names.indexOf(name) !== place))
  return [...repeated].map((named) => ({ at, code: 'there_twice', named }))
}

/** The named parts of a setting: its keys, or the members of a list by their own names. Null for a plain value. */
export function membersOf(value: unknown): Record<string, unknown> | null {
  if (value === null || typeof value !== 'object') return null
  if (!Array.isArray(value)) return value as Record<string, unknown>
  const named = value.map((member) => [member?.id ?? member?.code ?? member?.host, member] as const)
  return named.length > 0 && named.every(([name]) => name !== undefined) ? Object.fromEntries(named) : null
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, member]) => [key, inOrder(member)]))
}
