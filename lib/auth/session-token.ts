import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { derivedKey } from './sealing'

export type SessionClaims = { sessionId: string; personId: string; expiresAt: Date }

const known = new Map<string, KeyObject>()
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Over https no other host, not even a sibling city's, can plant a cookie of this name. */
export function sessionCookieName(): string {
  return `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.session`
}

/** `s1.<city>.<session>.<person>.<expiry>.<mac>`: signed under a key that only this city and this epoch have. */
export function signSession(
  tenantId: string,
  epoch: number,
  { sessionId, personId, expiresAt }: SessionClaims,
): string {
  const seconds = Math.floor(expiresAt.getTime() / 1000)
  const claims = ['s1', tenantId, sessionId, personId, seconds.toString(36)].join('.')
  return `${claims}.${macOf(tenantId, epoch, claims).toString('base64url')}`
}

/** What a token claims, if this city signed it in this epoch and it has not run out; whether the session lives is for SQL. */
export function verifySession(tenantId: string, epoch: number, token: string): SessionClaims | null {
  const end = token.lastIndexOf('.')
  const [version, city, sessionId = '', personId = '', seconds = '', ...rest] = token.slice(0, end).split('.')
  if (token.length > 300 || version !== 's1' || city !== tenantId || rest.length > 0) return null
  const sent = Buffer.from(token.slice(end + 1), 'base64url')
  const expected = macOf(tenantId, epoch, token.slice(0, end))
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return null
  const expiresAt = new Date(parseInt(seconds, 36) * 1000)
  if (!(expiresAt.getTime() > Date.now()) || !uuid.test(sessionId) || !uuid.test(personId)) return null
  return { sessionId, personId, expiresAt }
}

/** Who a request says it is: HMAC only, no database, so that a crowd can be read as fast as it comes. */
export function readSession(tenantId: string, sessionEpoch: number, cookieHeader: string | null | undefined) {
  const name = `${sessionCookieName()}=`
  const cookie = (cookieHeader ?? '').split(';').find((one) => one.trimStart().startsWith(name))
  const claims =
    cookie && verifySession(tenantId, sessionEpoch, cookie.trimStart().slice(name.length).trimEnd())
  return claims ? { sessionId: claims.sessionId, personId: claims.personId } : null
}

function macOf(tenantId: string, epoch: number, claims: string): Buffer {
  const purpose = `session:${epoch}`
  const id = `${tenantId}/${purpose}`
  const key = known.get(id) ?? createSecretKey(derivedKey(purpose, tenantId))
  if (known.size > 5000) known.clear()
  known.set(id, key)
  return createHmac('sha256', key).update(claims).digest()
}
