import { z } from 'zod'
import { blueprintIds } from '../../../tenants/blueprints/offered'
import { locales } from '../../../tenants/tenant'
import { Outline } from '../../../tenants/territory'
import { lineOfText } from '../../text'

export const reservedSlugs = [
  'www', 'api', 'admin', 'app', 'static', 'mail', 'status', 'login', 'sso', 'assets', 'media', 'autodiscover',
  'operator', 'mailbox', 'compte', 'localhost', 'decider', 'agir',
] as const // prettier-ignore

const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'colour')
export const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, 'host_name')
  .regex(/^(?!.*\.$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/, 'host_name')
const District = z.strictObject({
  /** As the file it comes from calls it; numbered when it has no such word. */
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
    .optional(),
  name: lineOfText({ min: 1, max: 80 }),
  outline: Outline,
})

/** Degrees, from a file or from a field: one that was left empty is no zero. */
const degrees = (most: number) =>
  z
    .union([z.number(), z.string().trim().min(1, 'required')])
    .transform(Number)
    .pipe(z.number().min(-most).max(most))

/** Who the city is. */
export const Identity = z.strictObject({
  id: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, 'slug')
    .refine((id) => !(reservedSlugs as readonly string[]).includes(id), 'slug_reserved'),
  name: lineOfText({ min: 2, max: 80 }),
  insee: z.string().trim().max(5).optional(),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'country'),
  population: z.coerce.number().int().min(1).max(40_000_000),
  latitude: degrees(85),
  longitude: degrees(180),
})

/** Rules that differ from those proposed; what is left out is as the blueprint says. */
export const ChosenRules = z.strictObject({
  threshold: z.coerce.number().int().min(1).max(10_000_000),
  months: z.coerce.number().int().min(1).max(24),
  answerMonths: z.coerce.number().int().min(1).max(24),
})
export type ChosenRules = z.output<typeof ChosenRules>

export const invitedRoles = ['owner', 'admin', 'moderator', 'instructor', 'signatory', 'dpo'] as const
export const Invitation = z.strictObject({ email: z.email(), role: z.enum(invitedRoles) })

/** Everything a new city is made from: one file of it, or the answers of the wizard. */
export const CityAnswers = z.strictObject({
  identity: Identity,
  modules: z
    .strictObject({ decider: z.boolean(), agir: z.boolean() })
    .refine(({ decider, agir }) => decider || agir, 'one_module'),
  blueprint: z.enum(blueprintIds),
  look: z.strictObject({ brand: colour, accent: colour }),
  languages: z.strictObject({
    locales: z.array(z.enum(locales)).min(1),
    timeZone: z
      .string()
      .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'time_zone'),
  }),
  territory: z.strictObject({ districts: z.array(District).max(200).default([]) }).prefault({}),
  rules: ChosenRules.optional(),
  people: z.array(Invitation).max(20).default([]),
  sender: z.strictObject({ email: z.email() }),
  signIn: z
    .strictObject({
      oidc: z
        .strictObject({
          issuer: z.url(),
          clientId: z.string().min(1),
          label: lineOfText({ min: 1, max: 80 }),
        })
        .optional(),
    })
    .prefault({}),
  legal: z.strictObject({
    address: lineOfText({ min: 3, max: 300 }),
    director: lineOfText({ min: 2, max: 200 }),
    /** Whoever looks after personal data here. */
    dpoEmail: z.email().optional(),
  }),
  sample: z.boolean().default(false),
  host: hostName.optional(),
  open: z.boolean().default(false),
})
export type CityAnswers = z.output<typeof CityAnswers>
