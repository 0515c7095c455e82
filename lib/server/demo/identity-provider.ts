import { randomBytes } from 'node:crypto'
import { generateKeyPair } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { promisify } from 'node:util'
import Provider, { type Configuration, interactionPolicy, type JWK } from 'oidc-provider'
import { subjectOf } from '../../people/demo'
import { findTenant } from '../../tenancy/registry'
import { publicOrigin } from '../../tenancy/origin'
import { castOf } from './cast'
import { answerChoice, showFailure } from './provider-pages'
import { DemoAdapter } from './provider-clients'

/**
 * The demo's account service: a real OpenID Connect provider whose sign-in page is a list of people to be. It asks each
 * time, so that being someone in one city says nothing in the next.
 */
export async function identityProvider(): Promise<RequestListener> {
  const issuer = publicOrigin('compte.localhost')
  const provider = new Provider(issuer, await configuration())
  provider.proxy = issuer.startsWith('https://')
  const answer = provider.callback()
  return (request, response) => {
    if (/^\/choisir\//.test(request.url ?? '')) void answerChoice(provider, request, response)
    else void answer(request, response)
  }
}

async function configuration(): Promise<Configuration> {
  return {
    adapter: DemoAdapter,
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['name', 'birthdate', 'residence', 'district', 'assurance'],
      email: ['email', 'email_verified'],
    },
    scopes: ['openid', 'profile', 'email'],
    findAccount: async (_context, subject) => ({ accountId: subject, claims: () => claimsOf(subject) }),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/choisir/${uid}`, policy: asksEachTime() },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    renderError: async (context, { error }) => {
      context.type = 'html'
      context.body = showFailure(context.get('accept-language'), error)
    },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 1800,
      Session: 1800,
      Grant: 1800,
    },
  }
}

/** Whoever signed in before is asked all the same who they are now. */
function asksEachTime() {
  const policy = interactionPolicy.base()
  const answered = (context: { oidc: { result?: { login?: unknown } } }) =>
    Boolean(context.oidc.result?.login)
  policy.get('login')!.checks.add(
    new interactionPolicy.Check('each_time', 'who is asking', (context) => {
      return answered(context)
        ? interactionPolicy.Check.NO_NEED_TO_PROMPT
        : interactionPolicy.Check.REQUEST_PROMPT
    }),
  )
  return policy
}

async function claimsOf(subject: string) {
  const [city = ''] = subject.split('.')
  const tenant = await findTenant(city)
  const person = tenant && castOf(tenant).find((one) => subjectOf(tenant, one) === subject)
  if (!person) return { sub: subject }
  const { name, email, residence, assurance, birthYear, districtCode } = person
  const where = districtCode ? { district: districtCode } : {}
  return {
    sub: subject,
    name,
    email,
    email_verified: true,
    birthdate: String(birthYear),
    residence,
    assurance,
    ...where,
  }
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return {
    ...(privateKey.export({ format: 'jwk' }) as JWK),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  }
}
