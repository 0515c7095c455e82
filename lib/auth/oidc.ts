import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Tenant } from '../../tenants/tenant'
import { guardedLookup, mayBeCalled } from '../outgoing/addresses'
import { clientSecretName } from '../people/sign-in/rules'
import { reachableIssuer } from './demo'
import { discover, type Discovery } from './discovery'
import { findSecret } from './secrets'

export type Provider = Tenant['signIn']['providers'][number]
export type Claims = Record<string, unknown> & { sub: string; iss: string }
type Request = NonNullable<Extract<OAuthConfig<Claims>['userinfo'], { request?: unknown }>['request']>

/** The providers this city can send people to: in the open, only over https. */
export function openProviders({ signIn }: Tenant): Provider[] {
  return signIn.providers.filter(({ issuer }) => mayBeCalled(reachableIssuer(issuer)))
}

/** Where a provider sends people back to: one address for each, so that what one says is never taken for another's. */
export const callbackPath = ({ id }: { id: string }) => `/api/auth/callback/${id}`

/** A sign-in provider of the city as next-auth wants it told, made again for each request. Throws when it does not answer. */
export async function providerOf(tenant: Tenant, chosen: Provider): Promise<OAuthConfig<Claims>> {
  const issuer = reachableIssuer(chosen.issuer)
  const [found, secret] = await Promise.all([discover(issuer), findSecret(tenant, clientSecretName(chosen))])
  const asked = chosen.acrValues ? { acr_values: chosen.acrValues } : {}
  return {
    id: chosen.id,
    name: chosen.id,
    type: 'oauth',
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    issuer,
    clientId: chosen.clientId,
    clientSecret: secret ?? undefined,
    client: { id_token_signed_response_alg: 'RS256', token_endpoint_auth_method: authMethod(found, secret) },
    jwks_endpoint: found.jwks_uri,
    authorization: { url: found.authorization_endpoint, params: { scope: chosen.scopes, ...asked } },
    token: { url: found.token_endpoint },
    userinfo: { url: found.userinfo_endpoint, request: claimsFrom },
    httpOptions: { timeout: 4000, lookup: guardedLookup },
    profile: ({ sub }) => ({ id: sub }),
  }
}

function authMethod(found: Discovery, secret: string | null) {
  if (!secret) return 'none'
  const basic = found.token_endpoint_auth_methods_supported.includes('client_secret_basic')
  return basic ? 'client_secret_basic' : 'client_secret_post'
}

/** What the provider says of someone: in the signed token first; then, of the same subject, at its userinfo address. */
const claimsFrom: Request = async ({ client, tokens }) => {
  const verified = tokens as typeof tokens & { claims(): Claims }
  const signed = verified.claims()
  if (!client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return signed
  const more = await client.userinfo(tokens.access_token)
  if (more.sub !== signed.sub) throw new Error('subject_mismatch')
  return { ...more, ...signed }
}
