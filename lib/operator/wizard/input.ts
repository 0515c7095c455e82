import { z } from 'zod'
import { blueprintIds } from '../../../tenants/blueprints/offered'
import { locales } from '../../../tenants/tenant'
import { ChosenRules, CityAnswers, hostName, invitedRoles } from '../../tenancy/creation/input'
import { drawing, logoWords, readable } from '../../tenancy/look/input'
import { lineOfText } from '../../text'
import { GroundedIdentity } from './ground/input'

export const Started = z.object({ commune: lineOfText({ min: 2, max: 80 }) })

const empty = z.literal('').transform(() => undefined)
const ticked = z.literal('on').optional()
const many = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(value))

const rows = [1, 2, 3, 4] as const
const invited = z.object(
  Object.fromEntries(
    rows.flatMap((row) => [
      [`email${row}`, z.union([empty, z.email()])],
      [`role${row}`, z.enum(invitedRoles)],
    ]),
  ) as Record<`email${1 | 2 | 3 | 4}`, z.ZodType<string | undefined>> &
    Record<`role${1 | 2 | 3 | 4}`, z.ZodType<(typeof invitedRoles)[number]>>,
)

/** Each step's form, read as the part of the answers that it fills in. */
export const stepForms = {
  identity: GroundedIdentity,
  model: z
    .object({ blueprint: z.enum(blueprintIds), decider: ticked, agir: ticked })
    .refine(({ decider, agir }) => decider ?? agir, { message: 'one_module', path: ['decider'] })
    .transform(({ blueprint, decider, agir }) => ({
      blueprint,
      modules: { decider: decider === 'on', agir: agir === 'on' },
    })),
  look: z
    .object({
      brand: CityAnswers.shape.look.shape.brand,
      accent: CityAnswers.shape.look.shape.accent,
      logo: drawing.nullable().default(null),
      alt: z.union([empty, logoWords]).optional(),
      withoutLogo: ticked,
    })
    .superRefine(readable)
    .transform(({ brand, accent, logo, alt, withoutLogo }) => ({
      look: { brand, accent },
      sent: { file: logo, alt, isTakenAway: withoutLogo === 'on' },
    })),
  languages: z
    .object({
      first: z.enum(locales),
      others: many(z.enum(locales)),
      timeZone: CityAnswers.shape.languages.shape.timeZone,
    })
    .transform(({ first, others, timeZone }) => ({
      languages: { locales: [first, ...others.filter((other) => other !== first)], timeZone },
    })),
  rules: ChosenRules.transform((rules) => ({ rules })),
  people: invited.extend({ sender: z.email() }).transform(({ sender, ...sent }) => ({
    sender: { email: sender },
    people: rows.flatMap((row) => {
      const email = sent[`email${row}`]
      return email ? [{ email, role: sent[`role${row}`] }] : []
    }),
  })),
  doors: z
    .object({
      director: lineOfText({ min: 2, max: 200 }),
      address: lineOfText({ min: 3, max: 300 }),
      dpoEmail: z.union([empty, z.email()]).optional(),
      issuer: z.union([empty, z.url()]).optional(),
      clientId: z.union([empty, lineOfText({ min: 1, max: 200 })]).optional(),
      label: z.union([empty, lineOfText({ min: 1, max: 80 })]).optional(),
    })
    .refine(({ issuer, clientId, label }) => !issuer || (clientId && label), {
      message: 'oidc_whole',
      path: ['clientId'],
    })
    .transform(({ director, address, dpoEmail, issuer, clientId, label }) => ({
      legal: { director, address, ...(dpoEmail ? { dpoEmail } : {}) },
      signIn: issuer && clientId && label ? { oidc: { issuer, clientId, label } } : {},
    })),
  address: z
    .object({ host: hostName, sample: ticked })
    .transform(({ host, sample }) => ({ host, sample: sample === 'on' })),
} as const
