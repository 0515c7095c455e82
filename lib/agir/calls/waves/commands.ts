import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { callAnswers, calls } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { mailTimes } from '../../../notifications/rules'
import { listCandidates } from '../matching/queries'
import { type Candidate, choose, type Need, reasonsFor, slotOf, waveSize } from '../rules'

type Call = typeof calls.$inferSelect

/** The next of those who fit are asked, some at a time, for each open call. Nobody is at night. Returns how many were. */
export async function askNext(tenant: Tenant, now: Date): Promise<number> {
  if (mailTimes(now, tenant.timeZone).atOnce > now) return 0
  const open = await inTenant(tenant, (db) =>
    db
      .select({ id: calls.id })
      .from(calls)
      .where(and(isNull(calls.closedAt), gt(calls.expiresAt, now)))
      .orderBy(calls.expiresAt),
  )
  const asked = []
  for (const { id } of open) asked.push(await inTenant(tenant, (db) => askFor(db, tenant, id, now)))
  return asked.reduce((sum, one) => sum + one, 0)
}

/** One round at a time in a city, so that nobody is asked by two calls at once beyond what they may be in a week. */
async function askFor(db: Db, tenant: Tenant, callId: string, now: Date): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('calls'), hashtext(${tenant.id}))`)
  const [call] = await db.select().from(calls).where(eq(calls.id, callId)).for('update')
  if (!call || call.closedAt) return 0
  const unanswered = await db.$count(
    callAnswers,
    and(eq(callAnswers.callId, callId), eq(callAnswers.state, 'asked')),
  )
  const size = waveSize({ ...call, free: call.seats - call.seatsTaken, unanswered }, now)
  if (size === 0) return 0
  const need = { ...call, slot: slotOf(call) }
  const candidates = await listCandidates(db, tenant, { callId, need, now })
  const chosen = choose(candidates, need, now.getUTCFullYear()).slice(0, size)
  await db.update(calls).set({ lastWaveAt: now }).where(eq(calls.id, callId))
  for (const one of chosen) await ask(db, { call, need, one, now })
  return chosen.length
}

type Asking = { call: Call; need: Need; one: Candidate; now: Date }

async function ask(db: Db, { call, need, one, now }: Asking): Promise<void> {
  const because = reasonsFor(one, need)
  const [asked] = await db
    .insert(callAnswers)
    .values({ callId: call.id, personId: one.personId, because, askedAt: now })
    .returning({ id: callAnswers.id })
  await record(db, {
    ...{ kind: 'call_offered', aboutId: asked!.id, at: now, byId: null },
    ...{ byRole: 'city', visibility: 'internal' },
    detail: { tell: [one.personId], title: call.title, path: `/appels/reponse/${asked!.id}`, on: 'agir' },
  })
}
