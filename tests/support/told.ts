import { inArray, sql } from 'drizzle-orm'
import { grants, notices } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { record } from '@/lib/journal/commands'
import type { EventLetterKind } from '@/lib/mail/rules'
import { findEvent } from '@/lib/notifications/telling/queries'
import type { GrantedRole, ScopeKind } from '@/lib/people/rules'
import { noon, paris, someone } from './letters'

export const everyone = { after: '00000000-0000-0000-0000-000000000000', most: 1000 }

/** Somebody entrusted with a role, somewhere. */
export async function staff(
  role: GrantedRole,
  scopeKind: ScopeKind = 'city',
  scopeValue: string | null = null,
) {
  const personId = await someone()
  const grant = { personId, role, scopeKind, scopeValue, startsAt: new Date(0) }
  await inTenant(paris, (db) => db.insert(grants).values(grant))
  return personId
}

/** As what each of these people was told of an event, or null. */
export async function toldOf(eventId: string, people: Record<string, string>) {
  const rows = await inTenant(paris, (db) =>
    db
      .select()
      .from(notices)
      .where(sql`${notices.eventId} = ${eventId} and ${inArray(notices.personId, Object.values(people))}`),
  )
  const as = new Map(rows.map(({ personId, reader }) => [personId, reader]))
  return Object.fromEntries(Object.entries(people).map(([name, id]) => [name, as.get(id) ?? null]))
}

/** Something happens in this transaction, and as what it is told; null when nothing is said of it. */
export async function happening(db: Db, kind: EventLetterKind, aboutId: string) {
  const by = { byId: null, byRole: 'system', visibility: 'public' } as const
  return findEvent(db, await record(db, { kind, aboutId, at: noon, ...by }))
}
