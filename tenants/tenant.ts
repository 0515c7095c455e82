import { z } from 'zod'
import { Legal } from './legal'
import { locales, Localized } from './localized'
import { Mail } from './mail'
import { Rules } from './rules'
import { SignIn } from './sign-in'
import { Territory } from './territory'
import { Theme } from './theme'

export { locales, type Locale, Localized } from './localized'

export const platforms = ['decider', 'agir'] as const
export type Platform = (typeof platforms)[number]

const host = z
  .string()
  .max(253)
  .regex(/^(?!.*\.$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/)

/** One host for both platforms (`shared`), or one host for each. Aliases answer with a permanent redirect. */
const Hosts = z
  .strictObject({
    shared: host.optional(),
    decider: host.optional(),
    agir: host.optional(),
    aliases: z.array(z.strictObject({ host, to: z.enum(['shared', ...platforms]) })).default([]),
  })
  .refine((hosts) => Boolean(hosts.shared) !== Boolean(hosts.decider ?? hosts.agir), 'one_shape_of_hosts')

/** A term of the city in one language, with the forms a sentence needs. */
export const Word = z.strictObject({
  one: z.string().min(1).max(60),
  other: z.string().min(1).max(60),
  gender: z.enum(['feminine', 'masculine', 'neuter']),
  /** « une idée », « an idea »: the word with its indefinite article. */
  withA: z.string().min(1).max(80),
  /** « l’idée », « the idea »: the word with its definite article. */
  withThe: z.string().min(1).max(80),
})

/** A site, or every site below a domain: `https://exemple.fr`, `https://*.exemple.fr`. */
const SiteOrigin = z
  .string()
  .trim()
  .toLowerCase()
  .max(260)
  .refine(
    (origin) =>
      /^https?:\/\/(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(:\d{1,5})?$/.test(origin),
    'site_origin',
  )

/** Under which terms the open data of a city may be used again. */
export const dataLicences = ['lo2', 'cc_by', 'odbl', 'cc0'] as const

/** What a city may want two people for before it is published. */
export const secondPersonFor = ['rules', 'sign_in', 'legal'] as const

/** Everything a city may choose. Anything else is the same in every city. */
export const Tenant = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: Localized,
  platformNames: z.strictObject({ decider: Localized, agir: Localized }),
  hosts: Hosts,
  /** Consultations have their pages on the platform where one decides. */
  modules: z
    .strictObject({
      ideas: z.boolean().default(true),
      consultations: z.boolean().default(true),
      agir: z.boolean().default(true),
    })
    .prefault({}),
  /** Whether other sites may show lists of activities within their pages. */
  embedding: z.boolean().default(true),
  /** Which sites may; none named, every site. */
  embeddingOrigins: z.array(SiteOrigin).max(100).default([]),
  openData: z.strictObject({ licence: z.enum(dataLicences).default('lo2') }).prefault({}),
  locales: z.array(z.enum(locales)).min(1),
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'time_zone'),
  country: z.string().regex(/^[A-Z]{2}$/),
  /** What amounts are written in (ISO 4217). */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  population: z.number().int().positive(),
  words: z.strictObject({ idea: z.partialRecord(z.enum(locales), Word) }),
  /** What the city says otherwise than the product: a sentence by its name, in each language where it does. */
  sentences: z
    .record(z.string().regex(/^[a-zA-Z]\w{0,40}(\.[\w-]{1,40}){1,6}$/), Localized)
    .refine((said) => Object.keys(said).length <= 500, 'too_many_sentences')
    .default({}),
  theme: Theme(Localized),
  territory: Territory(Localized),
  themes: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: Localized, icon: z.string() }))
    .min(1),
  /** The services of the city that examine and carry out. Without any, the city answers as one. */
  departments: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: Localized }))
    .max(60)
    .default([]),
  ideas: Rules,
  /** Words that a reader of the desk may want to look at twice. They decide nothing. */
  moderation: z
    .strictObject({ watchedWords: z.array(z.string().trim().min(2).max(40)).max(500).default([]) })
    .prefault({}),
  signIn: SignIn(Localized),
  mail: Mail(Localized),
  contact: z.strictObject({
    email: z.email(),
    address: z.string().max(300),
    /** Who answers for what is published, and who hosts it: shown with the legal notices. */
    director: Localized.optional(),
    host: Localized.optional(),
  }),
  legal: Legal(Localized),
  /** Changes of these kinds are proposed by one person and published by another. */
  publishing: z.strictObject({ secondPerson: z.array(z.enum(secondPersonFor)).default([]) }).prefault({}),
})
export type Tenant = z.output<typeof Tenant>
