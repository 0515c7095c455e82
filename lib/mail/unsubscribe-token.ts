import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { derivedSecret } from '../auth/sealing'
import { categories, type Category } from '../notifications/rules'

/** What a letter can be stopped by: no more about an idea, by one thing or search followed, of a kind, or gathered by day or week. */
export type Stopping = { personId: string } & (
  | { what: 'idea'; ideaId: string }
  | { what: 'interest'; interestId: string }
  | { what: 'category'; category: Category }
  | { what: 'digest'; frequency: 'daily' | 'weekly' }
  | { what: 'search'; searchId: string }
)

/** Lets whoever holds a letter stop others like it, and nothing else, without signing in. */
export function unsubscribeToken(tenant: { id: string }, stopping: Stopping): string {
  const said = `${nameOf(stopping)}.${stopping.personId}`
  return `${said}.${macOf(tenant, said).toString('base64url')}`
}

const followed = 'suivi-'
const searched = 'recherche-'

function nameOf(stopping: Stopping): string {
  if (stopping.what === 'idea') return stopping.ideaId
  if (stopping.what === 'interest') return `${followed}${stopping.interestId}`
  if (stopping.what === 'search') return `${searched}${stopping.searchId}`
  return stopping.what === 'category' ? stopping.category : stopping.frequency
}

export function readUnsubscribeToken(tenant: { id: string }, token: string): Stopping | null {
  const [name = '', personId = '', mac = ''] = token.split('.')
  const sent = Buffer.from(mac, 'base64url')
  const expected = macOf(tenant, `${name}.${personId}`)
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return null
  const category = categories.find((one) => one === name)
  if (category) return { what: 'category', category, personId }
  if (name === 'daily' || name === 'weekly') return { what: 'digest', frequency: name, personId }
  if (name.startsWith(followed))
    return { what: 'interest', interestId: name.slice(followed.length), personId }
  if (name.startsWith(searched)) return { what: 'search', searchId: name.slice(searched.length), personId }
  return { what: 'idea', ideaId: name, personId }
}

function macOf(tenant: { id: string }, value: string): Buffer {
  return createHmac('sha256', derivedSecret('unsubscribe', tenant.id)).update(value).digest()
}
