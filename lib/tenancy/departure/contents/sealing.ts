import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'

const length = { nonce: 12, tag: 16 }

/** The key of a sealed part, from the words its owner keeps. 32 MB of memory for each guess. */
export function keyFrom(passphrase: string, salt: string): Buffer {
  const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32, cost)
}

export const newSalt = () => randomBytes(16).toString('base64url')

/** AES-256-GCM as bytes pass: nonce, text, tag. The name is part of what is proved: no entry can stand for another. */
export async function* sealed(
  key: Buffer,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const nonce = randomBytes(length.nonce)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  yield nonce
  for await (const chunk of bytes) yield cipher.update(chunk)
  yield Buffer.concat([cipher.final(), cipher.getAuthTag()])
}

/** What `sealed` closed. What comes out may only be believed once it has ended without throwing. */
export async function* unsealed(
  key: Buffer,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let held = Buffer.alloc(0)
  let decipher: ReturnType<typeof createDecipheriv> | undefined
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk])
    if (!decipher && held.length >= length.nonce) {
      decipher = createDecipheriv('aes-256-gcm', key, held.subarray(0, length.nonce))
      ;(decipher as import('node:crypto').DecipherGCM).setAAD(Buffer.from(name))
      held = held.subarray(length.nonce)
    }
    if (!decipher || held.length <= length.tag) continue
    yield decipher.update(held.subarray(0, held.length - length.tag))
    held = held.subarray(held.length - length.tag)
  }
  if (!decipher || held.length !== length.tag) throw new Error(`${name} is cut short`)
  ;(decipher as import('node:crypto').DecipherGCM).setAuthTag(held)
  yield decipher.final()
}
