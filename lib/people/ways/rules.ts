import { createHash } from 'node:crypto'
import type { Preset } from '../../../tenants/sign-in'
import type { Tenant } from '../../../tenants/tenant'

export type SignIn = Tenant['signIn']
export type Way = SignIn['providers'][number]

/** The addresses a provider may send people back to are named after what it is: what was declared there stays right. */
export function providerIds(preset: Preset): string[] {
  const first = preset === 'generic' ? 'oidc' : preset
  return [first, `${first}-2`, `${first}-3`]
}

/** A name that no other provider of the city has. */
export function freeProviderId(preset: Preset, taken: readonly string[]): string | null {
  return providerIds(preset).find((id) => !taken.includes(id)) ?? null
}

type Known = Pick<Way, 'scopes' | 'acrValues' | 'levels' | 'assurance'> & { name: string; birthdate: string }
const european = [
  { says: 'eidas1', grants: 'A2' },
  { says: 'eidas2', grants: 'A3' },
  { says: 'eidas3', grants: 'A4' },
] as const

/** What each kind of provider is asked for and calls things, before a city says otherwise. */
export const presetDefaults: Record<Preset, Known> = {
  generic: usual(),
  keycloak: usual(),
  franceconnect: {
    ...usual(),
    scopes: 'openid given_name family_name birthdate email',
    acrValues: 'eidas1',
    levels: [...european],
    assurance: 'A2',
  },
  proconnect: { ...usual(), scopes: 'openid given_name usual_name email uid siret', acrValues: 'eidas1' },
}

function usual(): Known {
  const asked = { scopes: 'openid profile email', acrValues: '', levels: [], assurance: 'A3' } as const
  return { ...asked, levels: [], name: 'name', birthdate: 'birthdate' }
}

/** Of what decides whether people come in: a label may change without another trial. */
export function wayDigest({ id, issuer, clientId, scopes, acrValues }: Way): string {
  return createHash('sha256')
    .update(JSON.stringify([id, issuer, clientId, scopes, acrValues]))
    .digest('hex')
}

export const trialOutcomes = [
  'ok',
  'address_refused',
  'redirect_refused',
  'not_a_provider',
  'issuer_mismatch',
  'unreachable',
  'client_refused',
  'denied',
  'scope_refused',
  'token_refused',
  'failed',
] as const
export type TrialOutcome = (typeof trialOutcomes)[number]

const meanings: [RegExp, TrialOutcome][] = [
  [/address_(refused|inside)/, 'address_refused'],
  [/redirect_refused/, 'redirect_refused'],
  [/issuer_mismatch/, 'issuer_mismatch'],
  [/ZodError|SyntaxError|too_long|answered 404/, 'not_a_provider'],
  [
    /answered \d|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|imeout|abort|socket|certificate|CERT/,
    'unreachable',
  ],
  [/invalid_client|unauthorized_client/, 'client_refused'],
  [/access_denied|login_required|interaction_required/, 'denied'],
  [/invalid_scope/, 'scope_refused'],
  [/nonce|state|mismatch|\biss\b|\baud\b|signature|JWT|\balg\b|expired|id_token/, 'token_refused'],
]

/** What went wrong, as far as it can be told in a sentence, from what the machinery said. */
export function trialProblem(reason: string): TrialOutcome {
  return meanings.find(([said]) => said.test(reason))?.[1] ?? 'failed'
}

type Standing = {
  before: SignIn
  after: SignIn
  /** By what those who run the city have come in so far. */
  adminKeys: { kind: 'oidc' | 'email'; issuer: string | null }[]
  /** Providers tried with success by which somebody who runs the city came back. */
  triedDigests: readonly string[]
}

/** True when nobody who runs the city could sign in any more: such settings are not published. */
export function locksEverybodyOut({ before, after, adminKeys, triedDigests }: Standing): boolean {
  if (after.email.enabled && adminKeys.some(({ kind }) => kind === 'email')) return false
  const used = before.providers.filter(({ issuer }) => adminKeys.some((key) => key.issuer === issuer))
  const open = [...used.map(wayDigest), ...triedDigests]
  return !after.providers.some((way) => open.includes(wayDigest(way)))
}

/** Those that were never tried as they are now, or failed when they were. */
export function untried(after: SignIn, before: SignIn, triedDigests: readonly string[]): Way[] {
  const known = [...before.providers.map(wayDigest), ...triedDigests]
  return after.providers.filter((way) => !known.includes(wayDigest(way)))
}
