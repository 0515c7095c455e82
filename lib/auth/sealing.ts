import 'server-only'
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

// Next and the server around it each bundle this file; what one of them was told, both know.
const held = Symbol.for('parvis.carried-keys')
const shared = globalThis as { [held]?: Map<string, Buffer> }
const carried = () => (shared[held] ??= new Map())

/** A key that a city brought along from another installation: its people are known by hashes made with it. */
export function carryKey(purpose: string, tenantId: string, key: Buffer): void {
  carried().set(`${tenantId}/${purpose}`, key)
}

const mostKept = 1000
const kept = { of: '', keys: new Map<string, Buffer>() }

/** 32 bytes for one purpose and one city, from the master secret, which is never in the database. */
export function derivedKey(purpose: string, tenantId: string): Buffer {
  const name = `${tenantId}/${purpose}`
  const brought = carried().get(name)
  if (brought) return brought
  const master = process.env.MASTER_SECRET
  if (!master) throw new Error('MASTER_SECRET is not set')
  if (kept.of !== master || kept.keys.size >= mostKept) Object.assign(kept, { of: master, keys: new Map() })
  const known = kept.keys.get(name) ?? Buffer.from(hkdfSync('sha256', master, tenantId, purpose, 32))
  kept.keys.set(name, known)
  return known
}

const secrets = new WeakMap<Buffer, KeyObject>()

/** The same key as Node takes it for an HMAC: handed the bytes, it spends ten times as long on each. */
export function derivedSecret(purpose: string, tenantId: string): KeyObject {
  const bytes = derivedKey(purpose, tenantId)
  const known = secrets.get(bytes) ?? createSecretKey(bytes)
  secrets.set(bytes, known)
  return known
}

/** HMAC-SHA-256 under the city's key for this purpose, in base64url: the same value in two cities cannot be compared. */
export function keyedHash(purpose: string, tenantId: string, value: string): string {
  return createHmac('sha256', derivedSecret(purpose, tenantId)).update(value).digest('base64url')
}

/** AES-256-GCM under the city's key: `v1.<nonce>.<tag>.<ciphertext>`, each in base64url. */
export function seal(purpose: string, tenantId: string, secret: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derivedKey(purpose, tenantId), nonce)
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return ['v1', ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
}

/** What `seal` closed. Throws when it was sealed for another city or purpose, or touched since. */
export function unseal(purpose: string, tenantId: string, sealed: string): Buffer {
  const [version, nonce, tag, secret] = sealed.split('.')
  if (version !== 'v1' || !nonce || !tag || secret === undefined) throw new Error('not a sealed value')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derivedKey(purpose, tenantId),
    Buffer.from(nonce, 'base64url'),
  )
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(secret, 'base64url')), decipher.final()])
}
