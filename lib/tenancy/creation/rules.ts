import type { Blueprint } from '../../../tenants/blueprints/blueprint'
import { type BlueprintId, blueprints } from '../../../tenants/blueprints/offered'
import { type Locale, type Localized, Tenant } from '../../../tenants/tenant'
import type { Emblem } from '../../../tenants/theme'
import type { CityAnswers, ChosenRules } from './input'

export const blueprintNamed = (id: BlueprintId): Blueprint => blueprints.find((one) => one.id === id)!

/** The blueprint nearest to a city of this country and size. */
export function blueprintFor({ country, population }: { country: string; population: number }): BlueprintId {
  if (country !== 'FR') return 'abroad'
  const fits = blueprints.find(({ id, upTo }) => id !== 'abroad' && (upTo === null || population <= upTo))
  return fits!.id as BlueprintId
}

/**
 * The square root of the population, as a round number: a small commune needs many of its people, a large city many
 * people, and no city so few that a family or so many that nobody gets there.
 */
export function proposedThreshold(population: number): number {
  const root = Math.sqrt(population)
  const step = root < 50 ? 5 : root < 200 ? 10 : root < 1000 ? 50 : 100
  return Math.max(10, Math.round(root / step) * step)
}

export function proposedRules(blueprint: BlueprintId, population: number): ChosenRules {
  const { months, rules } = blueprintNamed(blueprint)
  return { threshold: proposedThreshold(population), months, answerMonths: rules.answerMonths ?? 4 }
}

/** How many of a thousand inhabitants the threshold stands for, to one decimal. */
export const perThousand = (threshold: number, population: number) =>
  Math.round((threshold / population) * 10_000) / 10

const digits = (value: number) => Math.round(value * 10_000) / 10_000

/** What the one district of a city is called that has no others. */
export const wholeCode = 'commune'

/** A city whose outline nobody gave: eight sides around its centre, wide as such a city usually is. */
export function plainOutline({ population, latitude, longitude }: Ground) {
  const radius = Math.min(0.12, 0.012 + Math.sqrt(population) / 14_000)
  const stretch = Math.cos((latitude * Math.PI) / 180)
  const corners = Array.from({ length: 8 }, (_, at) => (at * Math.PI) / 4)
  const ring = corners.map((turn): [number, number] => [
    digits(longitude + (Math.cos(turn) * radius) / stretch),
    digits(latitude + Math.sin(turn) * radius),
  ])
  return { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] }
}
type Ground = { population: number; latitude: number; longitude: number }

/** What stands on every ground and says the same in every language, until the city gives it others. */
export type NewLogo = { light: Emblem; alt: string }

/** The settings of a new city: its blueprint, and what was answered. Refused as any other settings would be. */
export function cityFrom(answers: CityAnswers, domain: string, logo?: NewLogo): Tenant {
  const { identity, languages, sender, legal } = answers
  const { locales, timeZone } = languages
  const blueprint = blueprintNamed(answers.blueprint)
  const { name, country, population } = identity
  return Tenant.parse({
    id: identity.id,
    name: inEach(locales, () => name),
    platformNames: {
      decider: inEach(locales, (locale) => filled(blueprint.platformNames.decider[locale], name)),
      agir: inEach(locales, (locale) => filled(blueprint.platformNames.agir[locale], name)),
    },
    hosts: hostsOf(answers, answers.host ?? `${identity.id}.${domain}`),
    modules: { ideas: answers.modules.decider, agir: answers.modules.agir },
    // The open licence of the French state is written for France.
    openData: { licence: answers.identity.country === 'FR' ? 'lo2' : 'cc_by' },
    locales,
    timeZone,
    country,
    population,
    words: { idea: inEach(locales, (locale) => blueprint.idea[locale]) },
    theme: themeOf(answers, blueprint, logo),
    territory: territoryOf(answers, blueprint),
    themes: blueprint.themes.map((one) => ({ ...one, name: chosen(locales, one.name) })),
    departments: blueprint.departments.map((one) => ({ ...one, name: chosen(locales, one.name) })),
    ideas: rulesOf(answers, blueprint),
    signIn: signInOf(answers),
    contact: {
      email: sender.email,
      address: legal.address,
      director: inEach(locales, () => legal.director),
      host: chosen(locales, blueprint.hostedBy),
    },
    legal: legal.dpoEmail ? { dpoEmail: legal.dpoEmail } : {},
  })
}

function themeOf(answers: CityAnswers, blueprint: Blueprint, logo: NewLogo | undefined) {
  const { look, identity, languages } = answers
  return {
    ...look,
    ...doorOf(answers, blueprint),
    seed: identity.id,
    monogram: monogramOf(identity.name),
    ...(logo && { logo: { light: logo.light, alt: inEach(languages.locales, () => logo.alt) } }),
  }
}

/** Eight sides are no map of a city: one whose outline nobody gave does not open on it. */
function doorOf({ territory }: CityAnswers, { look }: Blueprint): Blueprint['look'] {
  return look.hero === 'map' && territory.districts.length === 0 ? { ...look, hero: 'band' } : look
}

/** One platform has the host to itself; two share it, under an address of their own. */
function hostsOf({ modules }: CityAnswers, host: string) {
  if (modules.decider && modules.agir) return { shared: host }
  return modules.decider ? { decider: host } : { agir: host }
}

function rulesOf({ rules, identity, blueprint: id }: CityAnswers, { rules: own }: Blueprint) {
  const { threshold, months, answerMonths } = rules ?? proposedRules(id, identity.population)
  return {
    ...own,
    threshold: { mode: 'absolute' as const, value: threshold },
    duration: { months },
    answerMonths,
  }
}

function signInOf({ signIn, languages }: CityAnswers) {
  if (!signIn.oidc) return {}
  return { oidc: { ...signIn.oidc, label: inEach(languages.locales, () => signIn.oidc!.label) } }
}

function territoryOf({ identity, territory, languages }: CityAnswers, blueprint: Blueprint) {
  const { locales } = languages
  const [first] = territory.districts
  const given = territory.districts.length === 1 && first?.code === wholeCode ? first.outline : null
  const whole = {
    code: wholeCode,
    name: chosen(locales, blueprint.wholeCity),
    outline: given ?? plainOutline(identity),
  }
  const districts = territory.districts.map(({ code, name, outline }, at) => ({
    code: code ?? `d${at + 1}`,
    name: inEach(locales, () => name),
    outline,
  }))
  return {
    districtWord: chosen(locales, blueprint.districtWord),
    districts: districts.length > 0 && !given ? districts : [whole],
    centre: [identity.longitude, identity.latitude] as [number, number],
    zoom: identity.population > 200_000 ? 12 : 13,
  }
}

/** `Saint-Jean-de-Luz` → `SJ`; one letter where two would be no initials. */
export function monogramOf(name: string): string {
  const words = name.split(/[\s\-'’]+/).filter((word) => word.length > 2)
  return (words.length > 1 ? words.slice(0, 2) : [name])
    .map((word) => [...word][0]!.toLocaleUpperCase())
    .join('')
}

/** `Fougères-sur-Orle` → `fougeres-sur-orle`: what its address and its rows are called. */
export function slugFor(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '')
    .slice(0, 41)
}

const filled = (pattern: string, city: string) => pattern.replace('{city}', city)

function inEach<Value>(locales: readonly Locale[], make: (locale: Locale) => Value) {
  return Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Partial<Record<Locale, Value>>
}

const chosen = (locales: readonly Locale[], text: Record<Locale, string>): Localized =>
  inEach(locales, (locale) => text[locale])
