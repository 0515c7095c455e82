import type { Localized, Tenant } from '../../../tenants/tenant'

/** Why something speaks to somebody: what they keep, follow or came to, as they would say it. */
export const reasonKinds = [
  'organisation_followed',
  'theme_kept',
  'theme_followed',
  'organisation_known',
  'theme_known',
  'place_followed',
  'district_followed',
  'district_own',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** What each reason weighs. Where something is decides between two that matter alike; it never brings in what does not matter. */
const weights: Record<ReasonKind, number> = {
  organisation_followed: 5,
  theme_kept: 4,
  theme_followed: 4,
  organisation_known: 3,
  theme_known: 3,
  place_followed: 2,
  district_followed: 2,
  district_own: 1,
}

/** What is known of somebody's tastes: `value` a theme, an organisation or a district; `said` what to call it by. */
export type Taste = { kind: ReasonKind; value: string; said: string }
export type Reason = Taste
export type Candidate = {
  id: string
  occurrenceId: string | null
  themeIds: string[]
  organiserId: string
  districtCode: string | null
  /** To the nearest place they follow. */
  metres: number | null
  startsAt: Date | null
}
export type Suggested = { id: string; occurrenceId: string | null; metres: number | null; reasons: Reason[] }

/** How far from a place one follows something may be. */
export const farthest = 5000
const near = 1500
const mostReasons = 2

/**
 * The best few, each with its strongest reasons; one of each organiser, so that nobody fills the list. Among what weighs
 * the same, what comes first comes first.
 */
export function suggestionsFrom(tastes: Taste[], candidates: Candidate[], most: number): Suggested[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, reasons: reasonsFor(candidate, tastes) }))
    .filter(({ reasons }) => reasons.length > 0)
    .map((one) => ({ ...one, weight: one.reasons.reduce((sum, { kind }) => sum + weights[kind], 0) }))
    .sort((one, other) => other.weight - one.weight || timeOf(one) - timeOf(other))
  const taken = new Set<string>()
  return ranked
    .filter(({ candidate: { organiserId } }) => !taken.has(organiserId) && taken.add(organiserId))
    .slice(0, most)
    .map(({ candidate: { id, occurrenceId, metres }, reasons }) => ({
      id,
      occurrenceId,
      metres,
      reasons: reasons.slice(0, mostReasons),
    }))
}

/** What no date binds comes after what has one. */
const timeOf = ({ candidate }: { candidate: Candidate }) => candidate.startsAt?.getTime() ?? Infinity

/** Each kind of reason once, the strongest first. */
export function reasonsFor(candidate: Candidate, tastes: Taste[]): Reason[] {
  const speaking = tastes.filter((taste) => speaksFor(candidate, taste))
  const first = reasonKinds.flatMap((kind) => speaking.find((taste) => taste.kind === kind) ?? [])
  return first.sort((one, other) => weights[other.kind] - weights[one.kind])
}

function speaksFor(candidate: Candidate, { kind, value }: Taste): boolean {
  if (kind === 'organisation_followed' || kind === 'organisation_known')
    return candidate.organiserId === value
  if (kind === 'district_followed' || kind === 'district_own') return candidate.districtCode === value
  if (kind === 'place_followed') return candidate.metres !== null && candidate.metres <= near
  return candidate.themeIds.includes(value)
}

/** What a reason names, as the city calls it. */
export function namedIn(
  { kind, value, said }: Reason,
  { themes, territory }: Pick<Tenant, 'themes' | 'territory'>,
  nameOf: (name: Localized) => string,
): string {
  const theme = kind === 'theme_followed' && themes.find(({ id }) => id === value)
  if (theme) return nameOf(theme.name)
  const district = kind.startsWith('district') && territory.districts.find(({ code }) => code === value)
  return district ? nameOf(district.name) : said
}

/** To the nearest hundred metres, and never nothing. */
export const roundedMetres = (metres: number | null) =>
  metres === null ? 0 : Math.max(100, Math.round(metres / 100) * 100)
