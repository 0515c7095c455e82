import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>
export type Lie = {
  header?: Claims
  claims?: (honest: Claims) => Claims
  sign?: (input: string, issuer: Issuer) => string
  answer?: (response: ServerResponse) => void
}
export type Issuer = {
  url: string
  publicKey: KeyObject
  lie: Lie
  document: Claims
  profile: Claims
  nonce: string
  calls: number
  close: () => Promise<void>
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A sign-in provider that tells the truth until it is given a lie to tell. */
export async function anIssuer(clientId: string): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://issuer.localhost:${(server.address() as AddressInfo).port}`
  process.env.LOOPBACK_ISSUERS = `${process.env.LOOPBACK_ISSUERS ?? ''} ${url}`
  const issuer: Issuer = {
    url,
    publicKey,
    lie: {},
    profile: { sub: 'someone', name: 'Amina Diallo' },
    nonce: '',
    calls: 0,
    document: {
      issuer: url,
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
  return issuer

  async function answer({ url: path = '' }: IncomingMessage, response: ServerResponse) {
    issuer.calls++
    if (issuer.lie.answer) return issuer.lie.answer(response)
    if (path.startsWith('/.well-known')) return json(response, issuer.document)
    if (path.startsWith('/jwks'))
      return json(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      })
    json(response, { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: token() })
  }

  function token(): string {
    const now = Math.floor(Date.now() / 1000)
    const honest = {
      iss: url,
      aud: clientId,
      exp: now + 60,
      iat: now,
      nonce: issuer.nonce,
      ...issuer.profile,
    }
    const {
      header = { alg: 'RS256', kid: 'k' },
      claims = (kept: Claims) => kept,
      sign = honestly,
    } = issuer.lie
    const input = `${part(header)}.${part(claims(honest))}`
    return `${input}.${sign(input, issuer)}`
  }

  function honestly(input: string): string {
    return createSign('RSA-SHA256').update(input).sign(privateKey, 'base64url')
  }
}

/** The old trick: the public key, which everybody has, taken for a shared secret. */
export function signedWithPublicKey(input: string, { publicKey }: Issuer): string {
  return createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
    .update(input)
    .digest('base64url')
}

function json(response: ServerResponse, body: unknown) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
