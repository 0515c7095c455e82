import { createHash } from 'node:crypto'
import type { Tenant } from '../../../tenants/tenant'

/** One setting that is not the same any more; `at` is its path, as `ideas.threshold.value`. */
export type Change = { at: string; before: unknown; after: unknown }
export type Problem = { at: string; problem: string }

/** The same text for the same settings, whatever the order in which they were written. */
export function digestOf(settings: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(settings)))
    .digest('hex')
}

/** What differs, setting by setting. Lists whose members have a name of their own are compared member by member. */
export function differences(before: unknown, after: unknown, at = ''): Change[] {
  if (digestOf(before ?? null) === digestOf(after ?? null)) return []
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
    ...ruleProblems(tenant),
    ...outlineProblems(tenant),
  ]
}

function hostProblems({ hosts }: Tenant): Problem[] {
  const own = [hosts.shared, hosts.decider, hosts.agir].filter((host) => host !== undefined)
  const homeless = hosts.aliases.filter(({ to }) => !hosts[to])
  return [
    ...twice('hosts', [...own, ...hosts.aliases.map(({ host }) => host)]),
    ...homeless.map(({ host }) => ({
      at: 'hosts.aliases',
      problem: `${host} leads to a platform that has no host`,
    })),
  ]
}

/** A platform that is on can be reached, and there is one. */
function platformProblems({ hosts, modules }: Tenant): Problem[] {
  const unreachable = (one: 'decider' | 'agir') => !hosts.shared && !hosts[one]
  return [
    ...(modules.ideas || modules.agir ? [] : [{ at: 'modules', problem: 'nothing is switched on' }]),
    ...(modules.ideas && unreachable('decider') ? [{ at: 'modules.ideas', problem: 'it has no host' }] : []),
    ...(modules.agir && unreachable('agir') ? [{ at: 'modules.agir', problem: 'it has no host' }] : []),
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
      .map((locale) => ({ at, problem: `nothing is said in ${locale}` })),
  )
  return [...twice('locales', locales), ...missing]
}

function ruleProblems({ ideas: { titleLength, bodyLength, threshold } }: Tenant): Problem[] {
  const upsideDown = 'the least is more than the most'
  return [
    ...(titleLength.min > titleLength.max ? [{ at: 'ideas.titleLength', problem: upsideDown }] : []),
    ...(bodyLength.min > bodyLength.max ? [{ at: 'ideas.bodyLength', problem: upsideDown }] : []),
    ...(threshold.mode === 'share' && threshold.floor > threshold.cap
      ? [{ at: 'ideas.threshold', problem: upsideDown }]
      : []),
  ]
}

function outlineProblems({ territory }: Tenant): Problem[] {
  return territory.districts.flatMap(({ code, outline }) => {
    const shapes = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
    const open = shapes.flat().some((ring) => String(ring[0]) !== String(ring.at(-1)))
    return open ? [{ at: `territory.districts.${code}`, problem: 'its outline does not close' }] : []
  })
}

function twice(at: string, names: readonly string[]): Problem[] {
  const repeated = new Set(names.filter((name, place) => names.indexOf(name) !== place))
  return [...repeated].map((name) => ({ at, problem: `${name} is there twice` }))
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
