import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** PKCS #8 around the thirty-two bytes of an Ed25519 key. */
const beforeSeed = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32)

const keyFrom = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([beforeSeed, seed]), format: 'der', type: 'pkcs8' })

/** The half of an Ed25519 key that anyone may have, made from its thirty-two secret bytes. */
export const publicKeyFrom = (seed: Buffer): string =>
  createPublicKey(keyFrom(seed)).export({ format: 'der', type: 'spki' }).toString('base64')

export const signatureOf = (seed: Buffer, said: Buffer): string =>
  sign(null, said, keyFrom(seed)).toString('base64')

/** Whether this was said by whoever holds the other half of the key. */
export function isSignedBy(publicKey: string, said: Buffer, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify(null, said, key, Buffer.from(signature, 'base64'))
}
