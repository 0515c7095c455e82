import { z } from 'zod'
import { mayBeCalled } from '../outgoing/addresses'
import { readJson } from '../outgoing/guarded-fetch'

const address = z.url().refine(mayBeCalled)

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
})
export type Discovery = z.output<typeof Discovery>

const remembered = new Map<string, { found: Promise<Discovery>; until: number }>()

/** Where a sign-in provider does its work, from its own document, which must be about the very issuer that was asked. Remembered for ten minutes. */
export function discover(issuer: string): Promise<Discovery> {
  const known = remembered.get(issuer)
  if (known && known.until > Date.now()) return known.found
  const found = read(issuer)
  remembered.set(issuer, { found, until: Date.now() + 600_000 })
  found.catch(() => remembered.delete(issuer))
  return found
}

async function read(issuer: string): Promise<Discovery> {
  const document = Discovery.parse(
    await readJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
  )
  if (document.issuer !== issuer) throw new Error('issuer_mismatch')
  return document
}
