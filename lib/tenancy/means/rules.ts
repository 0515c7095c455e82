import type { Tenant } from '../../../tenants/tenant'
import type { Problem } from '../versions/rules'

/** What a city may be given a measure of: megabytes kept, letters sent and texts published in a year. */
export const quotaNames = ['storage', 'letters', 'ideas'] as const
export type QuotaName = (typeof quotaNames)[number]
export type Quotas = Partial<Record<QuotaName, number>>

/** Told at four fifths, and again when it is all used. It keeps nobody from anything. */
export type Level = 'fine' | 'near' | 'over'
export type Use = { name: QuotaName; used: number; quota: number | null; level: Level }

export function levelOf(used: number, quota: number | undefined): Level {
  if (quota === undefined || used * 5 < quota * 4) return 'fine'
  return used < quota ? 'near' : 'over'
}

export function usesOf(used: Record<QuotaName, number>, quotas: Quotas): Use[] {
  return quotaNames.map((name) => ({
    name,
    used: used[name],
    quota: quotas[name] ?? null,
    level: levelOf(used[name], quotas[name]),
  }))
}

/** What a city switches on and off as a whole. */
const modules: Record<string, (tenant: Tenant) => boolean> = {
  'modules.ideas': (tenant) => tenant.modules.ideas,
  'modules.consultations': (tenant) => tenant.modules.consultations,
  'modules.agir': (tenant) => tenant.modules.agir,
  embedding: (tenant) => tenant.embedding,
}
export const moduleKeys = Object.keys(modules)

const isOn = (tenant: Tenant, key: string) => modules[key]?.(tenant) === true

/** What is on stays on until the city itself switches it off: only switching on is refused. */
export function withheldProblems(before: Tenant, after: Tenant, withheld: readonly string[]): Problem[] {
  return withheld
    .filter((key) => isOn(after, key) && !isOn(before, key))
    .map((at) => ({ at, code: 'not_allowed' }))
}
