/** The subjects of the console, in the order in which they are read. */
export const groups = [
  'identity',
  'words',
  'look',
  'languages',
  'territory',
  'themes',
  'rules',
  'modules',
  'open_data',
  'moderation',
  'departments',
  'contact',
  'legal',
  'sign_in',
  'mail',
  'hosts',
  'publishing',
] as const
export type Group = (typeof groups)[number]

export type Setting = {
  /** Where it is in a city's settings: `ideas.threshold`. Its label and help are `settings.keys.<key>`. */
  key: string
  group: Group
  /** Who or what a change reaches: everyone at once, what is published from then on, or what begins next. */
  applies: 'now' | 'new_ideas' | 'next_cycle'
  /** Who may change it: whoever runs the platform, an administrator, or only an owner of the city. */
  audience: 'operator' | 'admin' | 'owner'
  unit?: Unit
  secret?: true
  irreversible?: true
  /** It is given as a file. */
  file?: true
}
export const units = [
  'people',
  'supports',
  'years',
  'minutes',
  'hours',
  'days',
  'working_days',
  'months',
  'characters',
  'level',
] as const
export type Unit = (typeof units)[number]

type Rest = Omit<Setting, 'key' | 'group'>
const now: Rest = { applies: 'now', audience: 'admin' }
const new_ideas: Rest = { applies: 'new_ideas', audience: 'admin' }
const operator: Rest = { applies: 'now', audience: 'operator' }
const counted = (unit: Unit, rest: Rest = new_ideas): Rest => ({ ...rest, unit })

const lines = {
  identity: {
    id: { ...operator, irreversible: true },
    name: now,
    'platformNames.decider': now,
    'platformNames.agir': now,
    population: counted('people'),
    country: now,
    currency: now,
  },
  words: { 'words.idea': now, sentences: now },
  look: {
    'theme.brand': now,
    'theme.accent': now,
    'theme.fonts': now,
    'theme.header': now,
    'theme.hero': now,
    'theme.seed': now,
    'theme.monogram': now,
    'theme.logo': { ...now, file: true },
  },
  languages: { locales: now, timeZone: new_ideas },
  territory: {
    'territory.districtWord': now,
    'territory.districts': { ...now, file: true },
    'territory.centre': now,
    'territory.zoom': counted('level', now),
    'territory.tiles': now,
    'territory.geocoder': now,
    'territory.takesOutside': now,
  },
  themes: { themes: now },
  rules: {
    'ideas.threshold': counted('supports'),
    'ideas.duration': new_ideas,
    'ideas.supportMinAge': counted('years'),
    'ideas.supportAssurance': new_ideas,
    'ideas.residence': new_ideas,
    'ideas.withdrawUntil': new_ideas,
    'ideas.paperSheets': new_ideas,
    'ideas.paperEntryDays': counted('days'),
    'ideas.depositMinAge': counted('years', now),
    'ideas.draftsPerPerson': now,
    'ideas.collectingPerPerson': now,
    'ideas.titleLength': counted('characters', now),
    'ideas.bodyLength': counted('characters', now),
    'ideas.attachments': now,
    'ideas.editWindowMinutes': counted('minutes'),
    'ideas.coolingOffHours': counted('hours', now),
    'ideas.moderation': now,
    'ideas.moderationWorkingDays': counted('working_days', now),
    'ideas.certificationDays': counted('days'),
    'ideas.answerMonths': counted('months'),
    'ideas.acknowledgeWorkingDays': counted('working_days'),
    'ideas.firstWordDays': counted('days'),
    'ideas.admissibilityDays': counted('days'),
    'ideas.progressMonths': counted('months'),
    'ideas.adoptionDays': counted('days'),
    'ideas.adoptionAssurance': new_ideas,
    'ideas.mergeAnswerDays': counted('days'),
    'ideas.appealDays': counted('days', now),
    'ideas.appealAnswerDays': counted('days', now),
    'ideas.relaunchAfterMonths': counted('months'),
    'ideas.followTicked': now,
  },
  modules: {
    'modules.ideas': now,
    'modules.consultations': now,
    'modules.agir': now,
    embedding: now,
    embeddingOrigins: now,
  },
  open_data: { 'openData.licence': now },
  moderation: { 'moderation.watchedWords': now },
  departments: { departments: now },
  contact: { 'contact.email': now, 'contact.address': now, 'contact.director': now, 'contact.host': now },
  legal: { legal: now },
  sign_in: {
    'signIn.email.enabled': { applies: 'now', audience: 'owner' },
    'signIn.providers': { applies: 'now', audience: 'owner' },
    'signIn.acts.deposit': now,
    'signIn.acts.comment': now,
    'signIn.acts.report': now,
    'signIn.disposableDomains': now,
  },
  mail: { mail: now },
  hosts: {
    'hosts.shared': operator,
    'hosts.decider': operator,
    'hosts.agir': operator,
    'hosts.aliases': operator,
  },
  publishing: { 'publishing.secondPerson': { applies: 'now', audience: 'owner' } },
} as const satisfies Record<Group, Record<string, Rest>>

/** Every setting there is, one line each. A test holds this list and `tenants/tenant.ts` to each other. */
export const settings: readonly Setting[] = groups.flatMap((group) =>
  Object.entries<Rest>(lines[group]).map(([key, rest]) => ({ key, group, ...rest })),
)

const byKey = new Map(settings.map((setting) => [setting.key, setting]))

/** The setting a path belongs to: `ideas.threshold.value` is part of `ideas.threshold`. */
export function settingAt(path: string): Setting | undefined {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const found = byKey.get(parts.slice(0, length).join('.'))
    if (found) return found
  }
  return undefined
}
