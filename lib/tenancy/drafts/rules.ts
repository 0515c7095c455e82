import { type Group, type Setting, settings as everySetting } from '../../../tenants/settings'
import type { Tenant } from '../../../tenants/tenant'
import { thresholdOf } from '../../rules/rules'
import { isSame } from '../versions/rules'

export const draftStatuses = ['draft', 'proposed', 'scheduled', 'published', 'discarded'] as const
export type DraftStatus = (typeof draftStatuses)[number]

export const draftRefusals = [
  'draft_gone',
  'draft_closed',
  'draft_open',
  'not_yours_to_set',
  'reason_needed',
  'second_person',
  'same_person',
  'nothing_new',
  'published_meanwhile',
  'date_passed',
  'cannot_publish',
  'both_changed',
] as const
export type DraftRefusal = (typeof draftRefusals)[number]

/** The address of a group's page: `/administration/reglages/regles`. */
const slugs = {
  identity: 'identite',
  words: 'mots',
  look: 'apparence',
  languages: 'langues',
  territory: 'territoire',
  themes: 'themes',
  rules: 'regles',
  modules: 'modules',
  open_data: 'donnees-ouvertes',
  moderation: 'moderation',
  departments: 'services',
  contact: 'contact',
  legal: 'pages-legales',
  sign_in: 'connexion',
  mail: 'courrier',
  hosts: 'adresses',
  publishing: 'publication',
} as const satisfies Record<Group, string>

export const slugOf = (group: Group) => slugs[group]

/** Where a group is set, under `/administration`. */
export const pathOf = (group: Group) =>
  isGenerated(group) ? `/reglages/${slugs[group]}` : `/${slugs[group]}`
export const groupOf = (slug: string) => generated.find((group) => slugs[group] === slug) ?? null

/** The groups whose pages are made from the schema; the others have a page of their own. */
export const generated = [
  'identity',
  'territory',
  'themes',
  'rules',
  'modules',
  'open_data',
  'moderation',
  'departments',
  'contact',
  'publishing',
] as const satisfies readonly Group[]

const isGenerated = (group: Group) => (generated as readonly Group[]).includes(group)

/** A setting that two people have changed apart from each other. */
export type Conflict = { key: string; theirs: unknown; mine: unknown }

export function valueOf(settings: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)?.[part], settings)
}

/** The same settings but for one; undefined takes it away. */
export function withValue(settings: unknown, key: string, value: unknown): unknown {
  const [first, ...rest] = key.split('.') as [string, ...string[]]
  const { [first]: old, ...others } = (settings ?? {}) as Record<string, unknown>
  const young = rest.length === 0 ? value : withValue(old, rest.join('.'), value)
  return young === undefined ? others : { ...others, [first]: young }
}

/** The settings that are not the same in two versions, in the order of the console. */
export function changedSettings(before: unknown, after: unknown): Setting[] {
  return everySetting.filter(({ key }) => !isSame(valueOf(before, key), valueOf(after, key)))
}

/**
 * What a draft comes to once others have published: its own changes on what is in force now. Where both changed the same
 * setting, what is in force stands until somebody has chosen.
 */
export function rebased(base: unknown, head: unknown, draft: unknown) {
  const mine = changedSettings(base, draft).map(({ key }) => key)
  const conflicts = mine
    .map((key): Conflict => ({ key, theirs: valueOf(head, key), mine: valueOf(draft, key) }))
    .filter(({ key, theirs, mine: own }) => !isSame(valueOf(base, key), theirs) && !isSame(theirs, own))
  const settings = mine.reduce((made, key) => withValue(made, key, valueOf(draft, key)), head)
  return { settings, conflicts }
}

/** What is in force for the rules of ideas: when it is no longer the same, ideas published from then on get other ones. */
export function changesRules(before: Tenant, after: Tenant): boolean {
  const rules = ({ ideas, timeZone, population }: Tenant) => [ideas, timeZone, thresholdOf(ideas, population)]
  return !isSame(rules(before), rules(after))
}

const kindOf: Partial<Record<Setting['group'], 'rules' | 'sign_in' | 'legal'>> = {
  rules: 'rules',
  sign_in: 'sign_in',
  contact: 'legal',
  legal: 'legal',
}

/** Whether a change has to be published by somebody else than who proposes it, as the city in force wants it. */
export function needsSecondPerson(before: Tenant, after: Tenant): boolean {
  const wanted = before.publishing.secondPerson
  if (wanted.length === 0) return false
  return changedSettings(before, after).some(
    ({ group, key }) =>
      group === 'publishing' ||
      wanted.some((kind) => kind === kindOf[group]) ||
      (key === 'sentences' && wanted.some((kind) => saysOtherwise(kind, before, after))) ||
      (wanted.includes('rules') && (key === 'timeZone' || key === 'population')),
  )
}

/** The sentences of the legal pages and of the rules count as what they tell. */
function saysOtherwise(kind: string, before: Tenant, after: Tenant): boolean {
  const told = ({ sentences }: Tenant) =>
    Object.entries(sentences).filter(([name]) => name.startsWith(`${kind}.`))
  return !isSame(Object.fromEntries(told(before)), Object.fromEntries(told(after)))
}

/** A setting of whoever runs the platform stays as it is whatever a draft or an old version says. */
export function keptByOperator(head: unknown, wanted: unknown): unknown {
  return everySetting
    .filter(({ audience }) => audience === 'operator')
    .reduce((made, { key }) => withValue(made, key, valueOf(head, key)), wanted)
}
