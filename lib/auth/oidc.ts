import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Tenant } from '../../tenants/tenant'
import { isDemo, reachableIssuer } from './demo'
import { discover, type Discovery } from './discovery'
import { lookup } from './outbound'
import { findSecret } from './secrets'

/** The same in every city, so that the callback's address only differs by its host. */
export const providerId = 'oidc'

type Claims = Record<string, unknown> & { sub: string; iss: string }
type Request = NonNullable<Extract<OAuthConfig<Claims>['userinfo'], { request?: unknown }>['request']>

/** Whether this city can send people to a sign-in provider: in the open, only over https. */
export function hasProvider({ signIn }: Tenant): boolean {
  return signIn.oidc !== undefined && (isDemo() || signIn.oidc.issuer.startsWith('https://'))
}

/** The city's own sign-in provider as next-auth wants it told, made again for each request. Throws when it does not answer. */
export async function providerOf(tenant: Tenant): Promise<OAuthConfig<Claims> | null> {
  const { oidc } = tenant.signIn
  if (!oidc || !hasProvider(tenant)) return null
  const issuer = reachableIssuer(oidc.issuer)
  const [found, secret] = await Promise.all([discover(issuer), findSecret(tenant, 'oidc')])
  return {
    id: providerId,
    name: providerId,
    type: 'oauth',
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    issuer,
    clientId: oidc.clientId,
    clientSecret: secret ?? undefined,
    client: { id_token_signed_response_alg: 'RS256', token_endpoint_auth_method: authMethod(found, secret) },
    jwks_endpoint: found.jwks_uri,
    authorization: { url: found.authorization_endpoint, params: { scope: oidc.scopes } },
    token: { url: found.token_endpoint },
    userinfo: { url: found.userinfo_endpoint, request: claimsFrom },
    httpOptions: { timeout: 4000, lookup },
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
