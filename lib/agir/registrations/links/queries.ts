import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { keyedHash, seal, unseal } from '../../../auth/sealing'
import { mailboxKey } from '../../../people/sign-in/queries'

type City = { id: string }

/** What the links of letters open: a guest's request, a guest's own registrations, what a guardian is asked. */
export type LinkKind = 'guest-request' | 'guest-registration' | 'guardian'

/** Made again whenever a letter leaves, and stored nowhere: only this city, with the master secret, can write it. */
export function linkTo(tenant: City, kind: LinkKind, id: string): string {
  return `${id}.${keyedHash(kind, tenant.id, id)}`
}

/** The id a link was made for, or null when this city did not make it for this. */
export function readLink(tenant: City, kind: LinkKind, token: string): string | null {
  const [id = '', sent = ''] = token.split('.')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const [given, made] = [Buffer.from(sent), Buffer.from(keyedHash(kind, tenant.id, id))]
  return given.length === made.length && timingSafeEqual(given, made) ? id : null
}

/** A guest is known by the mailbox, as an account is that signs in by e-mail: one mailbox is one person. */
export const guestKeyOf = (tenant: City, email: string) => mailboxKey(tenant, email)

export type Guest = { name: string; email: string }
export type Wish = Guest & { note: string; guardian?: string }

const purpose = 'guest'

export function sealGuest(tenant: City, said: Guest | Wish): string {
  return seal(purpose, tenant.id, Buffer.from(JSON.stringify(said)))
}

export function unsealGuest<Said extends Guest = Guest>(tenant: City, sealed: string): Said {
  return JSON.parse(unseal(purpose, tenant.id, sealed).toString('utf8')) as Said
}

export function sealAddress(tenant: City, address: string): string {
  return seal('guardian', tenant.id, Buffer.from(address))
}

export function unsealAddress(tenant: City, sealed: string): string {
  return unseal('guardian', tenant.id, sealed).toString('utf8')
}
