import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { calls } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { enqueue } from '../../jobs/commands'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import type { Acting } from '../../people/rules'
import { mayCall, mayOpen } from './desk/queries'
import { callLimits, type CallRefusal, endOf } from './rules'

type City = { id: string }
type Wish = Omit<
  typeof calls.$inferInsert,
  'tenantId' | 'id' | 'byId' | 'openedAt' | 'expiresAt' | 'closedAt' | 'lastWaveAt' | 'seatsTaken' | 'locale'
>
type Opening = {
  call: Wish
  organisationId: string | null
  person: Acting & { id: string }
  locale: string
  now: Date
}
type Result = Promise<Outcome<{ id: string }, CallRefusal>>

/** Whoever acts for the city there, or speaks for a partner of it, asks for some people. */
export function openCall(tenant: Tenant, { call, organisationId, person, locale, now }: Opening): Result {
  return inTenant(tenant, async (db) => {
    const where = { organisationId, districtCode: call.districtCode ?? null }
    if (!(await mayOpen(db, person, where))) return refused('not_allowed')
    const known = tenant.territory.districts.some(({ code }) => code === call.districtCode)
    if (call.districtCode && !known) return refused('not_there')
    const expiresAt = endOf(call, tenant.timeZone)
    const latest = now.getTime() + callLimits.days * 86_400_000
    if (expiresAt <= now || expiresAt.getTime() > latest) return refused('past')
    if ((await openNow(db, person.id, now)) >= callLimits.openAtOnce) return refused('too_many')
    const row = { ...call, organisationId, locale, byId: person.id, openedAt: now, expiresAt }
    const [opened] = await db.insert(calls).values(row).returning({ id: calls.id })
    await record(db, {
      ...{ kind: 'call_opened', aboutId: opened!.id, at: now, byId: person.id },
      ...{ byRole: 'city', visibility: 'internal', detail: { title: call.title } },
    })
    await enqueue(db, 'calls.ask', {}, 'now')
    return done({ id: opened!.id })
  })
}

function openNow(db: Db, byId: string, now: Date): Promise<number> {
  return db.$count(calls, and(eq(calls.byId, byId), isNull(calls.closedAt), gt(calls.expiresAt, now)))
}

type Closing = { callId: string; person: Acting & { id: string }; now: Date }

/** Nobody is asked any more; whoever said yes stays expected. */
export function closeCall(tenant: City, { callId, person, now }: Closing): Result {
  return inTenant(tenant, async (db) => {
    const [call] = await db.select().from(calls).where(eq(calls.id, callId)).for('update')
    if (!call || !(await mayCall(db, person, call))) return refused('not_there')
    if (call.closedAt || call.expiresAt <= now) return refused('over')
    await db.update(calls).set({ closedAt: now }).where(eq(calls.id, callId))
    return done({ id: callId })
  })
}
