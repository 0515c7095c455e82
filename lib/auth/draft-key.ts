import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { currentPerson } from './current-person'

/** Whose drafts may be read and written: those of the person signed in, and those begun in this browser before. */
export type Holder = { personId: string | null; draftKey: string | null }

const halfAYear = 180 * 24 * 3600

/** Over https no other host can plant a cookie of this name. */
function cookieName(): string {
  return `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.drafts`
}

export async function currentHolder(): Promise<Holder> {
  const [person, kept] = await Promise.all([currentPerson(), cookies()])
  const token = kept.get(cookieName())?.value
  return { personId: person?.id ?? null, draftKey: token && token.length < 100 ? keyOf(token) : null }
}

/** The same, after giving a browser that has none a token of its own. The database only ever sees its SHA-256. */
export async function holderWithKey(): Promise<Holder> {
  const holder = await currentHolder()
  if (holder.personId || holder.draftKey) return holder
  const token = randomBytes(32).toString('base64url')
  const jar = await cookies()
  jar.set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.PUBLIC_SCHEME === 'https',
    path: '/',
    maxAge: halfAYear,
  })
  return { ...holder, draftKey: keyOf(token) }
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
