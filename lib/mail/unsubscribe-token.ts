import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { derivedKey } from '../auth/sealing'

export type Following = { ideaId: string; personId: string }

/** Lets whoever holds a letter stop the letters about its idea, and nothing else, without signing in. */
export function unsubscribeToken(tenant: { id: string }, { ideaId, personId }: Following): string {
  return `${ideaId}.${personId}.${macOf(tenant, `${ideaId}.${personId}`).toString('base64url')}`
}

export function readUnsubscribeToken(tenant: { id: string }, token: string): Following | null {
  const [ideaId = '', personId = '', mac = ''] = token.split('.')
  const sent = Buffer.from(mac, 'base64url')
  const expected = macOf(tenant, `${ideaId}.${personId}`)
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? { ideaId, personId } : null
}

function macOf(tenant: { id: string }, value: string): Buffer {
  return createHmac('sha256', derivedKey('unsubscribe', tenant.id)).update(value).digest()
}
