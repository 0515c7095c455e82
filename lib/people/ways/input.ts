import { z } from 'zod'
import { assurances } from '../../../tenants/rules'
import { presets } from '../../../tenants/sign-in'
import type { Locale } from '../../../tenants/tenant'

const rowVersion = z.coerce.number().int().min(0)
const claim = z
  .string()
  .trim()
  .max(80)
  .regex(/^[\w:./-]*$/, 'unreadable')
  .default('')
const level = z.enum(assurances)

/** The address of the provider itself, whether its discovery document was given or not. */
const issuer = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(300)
  .transform((typed) => typed.replace(/\/\.well-known\/openid-configuration$/, ''))
  .pipe(z.url('unreadable').refine((typed) => /^https?:$/.test(new URL(typed).protocol), 'unreadable'))

/** « eidas2 = A3 », a line each. */
const levels = z
  .string()
  .max(1500)
  .default('')
  .transform((text, check) => {
    const lines = text.split('\n').filter((line) => line.trim())
    return lines.flatMap((line) => {
      const [says = '', grants = ''] = line.split(/=(?=[^=]*$)/).map((part) => part.trim())
      const read = z.object({ says: z.string().min(1).max(100), grants: level }).safeParse({ says, grants })
      if (!read.success) check.addIssue({ code: 'custom', message: 'unreadable' })
      return read.success ? [read.data] : []
    })
  })

/** A provider as it was written in the form of a city with these languages. */
export const SaveWay = (locales: readonly Locale[]) =>
  z
    .object({
      id: z.string().regex(/^[a-z0-9-]{0,31}$/),
      preset: z.enum(presets),
      rowVersion,
      issuer,
      clientId: z.string().trim().min(1, 'required').max(200),
      secret: z.string().trim().max(500).default(''),
      scopes: z
        .string()
        .trim()
        .max(300)
        .regex(/(^| )openid( |$)/, 'unreadable'),
      acrValues: z.string().trim().max(200).default(''),
      levels,
      assurance: level,
      visibility: z.enum(['shown', 'link']),
      ...claimFields(),
      ...labelFields(locales),
    })
    .transform(({ id, rowVersion: seen, secret, ...filled }) => {
      const said = filled as Record<string, unknown>
      const { preset, issuer: where, clientId, scopes, acrValues, assurance, visibility } = filled
      const chosen = { preset, issuer: where, clientId, scopes, acrValues, assurance, visibility }
      const label = Object.fromEntries(locales.map((one) => [one, String(said[`label.${one}`])]))
      const claims = Object.fromEntries(claimNames.map((one) => [one, String(said[`claim.${one}`])]))
      const way = { ...chosen, id: id || null, levels: filled.levels, label, claims: claims as Claims }
      return { rowVersion: seen, secret: secret || null, way }
    })

export const claimNames = ['name', 'email', 'birthdate', 'residence', 'district', 'assurance'] as const
type Claims = Record<(typeof claimNames)[number], string>

const claimFields = () => Object.fromEntries(claimNames.map((name) => [`claim.${name}`, claim]))
const labelFields = (locales: readonly Locale[]) =>
  Object.fromEntries(locales.map((one) => [`label.${one}`, z.string().trim().min(1, 'required').max(80)]))

export const RemoveWay = z.object({ id: z.string(), rowVersion })

export const SaveAccess = z
  .object({
    rowVersion,
    email: z.literal('on').optional(),
    deposit: level,
    comment: level,
    report: z.enum(['none', ...assurances]),
    disposableDomains: z.string().max(100_000).default('').transform(domainsIn),
  })
  .transform(({ rowVersion: seen, email, disposableDomains, ...acts }) => ({
    ...{ rowVersion: seen, email: email === 'on', acts, disposableDomains },
  }))

function domainsIn(typed: string, check: z.RefinementCtx): string[] {
  const domains = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (domains.some((one) => !/^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(one)))
    check.addIssue({ code: 'custom', message: 'unreadable' })
  return [...new Set(domains)]
}
