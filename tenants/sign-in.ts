import { z } from 'zod'
import { assurances } from './rules'

/** What is known beforehand of a sign-in provider, so that a city only adds its own client. */
export const presets = ['generic', 'franceconnect', 'proconnect', 'keycloak'] as const
export type Preset = (typeof presets)[number]

const claim = (usual: string) =>
  z
    .string()
    .regex(/^[\w:./-]{0,80}$/)
    .default(usual)

/** By which name a provider says each thing; empty when it does not. */
const Claims = z
  .strictObject({
    name: claim('name'),
    email: claim('email'),
    birthdate: claim('birthdate'),
    residence: claim('residence'),
    district: claim('district'),
    assurance: claim('assurance'),
  })
  .prefault({})

export const Provider = (localized: z.ZodType<Partial<Record<string, string>>>) =>
  z.strictObject({
    /** Part of the address that the provider sends people back to. */
    id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    preset: z.enum(presets).default('generic'),
    issuer: z.url().max(300),
    clientId: z.string().min(1).max(200),
    label: localized,
    scopes: z
      .string()
      .regex(/(^| )openid( |$)/)
      .max(300)
      .default('openid profile email'),
    /** What is asked of the provider (`acr_values`): how sure it has to be of who signs in. */
    acrValues: z.string().max(200).default(''),
    claims: Claims,
    /** How well the city knows someone by what the provider's own scale says; otherwise `assurance`. */
    levels: z
      .array(z.strictObject({ says: z.string().min(1).max(100), grants: z.enum(assurances) }))
      .max(12)
      .default([]),
    assurance: z.enum(assurances).default('A3'),
    visibility: z.enum(['shown', 'link']).default('shown'),
  })

/** How well the city has to know someone for each of these acts. Supporting and adopting have theirs in the rules of ideas. */
const Acts = z
  .strictObject({
    deposit: z.enum(assurances).default('A1'),
    comment: z.enum(assurances).default('A1'),
    report: z.enum(['none', ...assurances]).default('none'),
  })
  .prefault({})

/** Where anyone is given an address for a few minutes. */
const throwAway = [
  '10minutemail.com',
  'discard.email',
  'dispostable.com',
  'fakeinbox.com',
  'getnada.com',
  'guerrillamail.com',
  'jetable.org',
  'maildrop.cc',
  'mailinator.com',
  'mailnesia.com',
  'mohmal.com',
  'sharklasers.com',
  'temp-mail.org',
  'tempmail.com',
  'throwawaymail.com',
  'trashmail.com',
  'yopmail.com',
  'yopmail.fr',
]
const mailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/)

/** The ways to sign in to a city. Versions from when there was one provider at most had it as `oidc`. */
export const SignIn = (localized: z.ZodType<Partial<Record<string, string>>>) =>
  z.preprocess(
    asList,
    z.strictObject({
      email: z.strictObject({ enabled: z.boolean().default(true) }).prefault({}),
      providers: z
        .array(Provider(localized))
        .max(8)
        .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'twice')
        .default([]),
      acts: Acts,
      disposableDomains: z.array(mailDomain).max(2000).default(throwAway),
    }),
  )

function asList(written: unknown): unknown {
  if (written === undefined) return {}
  if (typeof written !== 'object' || written === null || !('oidc' in written)) return written
  const { oidc, ...others } = written
  return oidc && typeof oidc === 'object' ? { ...others, providers: [{ id: 'oidc', ...oidc }] } : others
}
