import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '../../auth/sealing'

const macLength = 16

/**
 * The address to which a mail server returns a letter it cannot deliver after all: it names the letter, so that whatever
 * comes back is known for what it is, and signs it, so that nobody can make one up. Only where the city's mail server has
 * been told what to do with such addresses (`BOUNCES`).
 */
export function returnPathOf(tenant: { id: string }, letterId: string, host: string): string {
  if (process.env.BOUNCES !== '1') return `no-reply@${host}`
  const name = letterId.replaceAll('-', '')
  return `bounces+${name}.${macOf(tenant, name)}@${host}`
}

/** The letter a return address names, if this city wrote it. */
export function readReturnPath(tenant: { id: string }, extension: string): string | null {
  const [name = '', mac = ''] = extension.toLowerCase().split('.')
  if (!/^[0-9a-f]{32}$/.test(name)) return null
  const [sent, expected] = [Buffer.from(mac), Buffer.from(macOf(tenant, name))]
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return null
  return name.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** In small letters only: mail servers do not always keep the others. */
function macOf(tenant: { id: string }, name: string): string {
  const hash = Buffer.from(keyedHash('bounce', tenant.id, name), 'base64url')
  return hash.toString('hex').slice(0, macLength)
}
