import 'server-only'
import { and, eq, inArray, lte, isNull, sql } from 'drizzle-orm'
import { conversationReads, conversations, memberships, messages } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { hasPower } from '../../organisations/rules'
import { memberRoles } from '../../organisations/rules'
import { findParties, type Parties } from '../queries'
import { messageLimits, type Side } from '../rules'

type City = { id: string }
type Untold = { conversationId: string; side: Side; messageId: string; at: Date }
const atATime = 200

/**
 * Whoever has not read for some minutes what was said to them is told of it: once, until they come and look, however much
 * more is said meanwhile. Returns how many conversations were looked at.
 */
export function tellUnread(tenant: City, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const waiting = await takeUntold(db, now)
    for (const one of waiting) await tellOf(db, one, now)
    return waiting.length
  })
}

/** What is old enough, side by side, the first of each; none of it is looked at again. */
async function takeUntold(db: Db, now: Date): Promise<Untold[]> {
  const before = new Date(now.getTime() - messageLimits.unreadMinutes * 60_000)
  const old = and(isNull(messages.toldAt), lte(messages.at, before))
  const some = db
    .select({ id: messages.id })
    .from(messages)
    .where(old)
    .limit(atATime)
    .for('update', { skipLocked: true })
  const taken = await db.update(messages).set({ toldAt: now }).where(inArray(messages.id, some)).returning({
    messageId: messages.id,
    conversationId: messages.conversationId,
    side: messages.side,
    at: messages.at,
    state: messages.state,
  })
  const first = new Map<string, Untold>()
  for (const one of taken.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const key = `${one.conversationId} ${one.side}`
    if (one.state === 'visible' && !first.has(key)) first.set(key, one)
  }
  return [...first.values()]
}

async function tellOf(db: Db, { conversationId, side, messageId, at }: Untold, now: Date): Promise<void> {
  const parties = (await findParties(db, conversationId))!
  const to = await addressees(db, parties, side)
  const told = []
  for (const personId of to) if (await isDue(db, { conversationId, personId, at, now })) told.push(personId)
  if (told.length === 0) return
  const detail = {
    ...{ tell: told, path: `/messages/${conversationId}`, on: 'agir', side },
    title: await titleOf(db, conversationId),
  }
  const by = { byId: null, byRole: 'system', visibility: 'internal', at: now } as const
  await record(db, { kind: 'message_waiting', aboutId: messageId, ...by, detail })
}

/** To whom one side speaks. */
async function addressees(
  db: Db,
  { personId, organisationId, organiserId }: Parties,
  from: Side,
): Promise<string[]> {
  if (from === 'team') return personId ? [personId] : []
  if (organiserId) return [organiserId]
  const speakers = memberRoles.filter((role) => hasPower(role, 'speak'))
  const rows = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisationId!),
        eq(memberships.state, 'active'),
        inArray(memberships.role, speakers),
      ),
    )
  return rows.flatMap(({ id }) => id ?? [])
}

type Due = { conversationId: string; personId: string; at: Date; now: Date }

/** Unless they have looked since, or were told already and have not. Noted as told. */
async function isDue(db: Db, { conversationId, personId, at, now }: Due): Promise<boolean> {
  const noted = await db
    .insert(conversationReads)
    .values({ conversationId, personId, toldAt: now })
    .onConflictDoUpdate({
      target: [conversationReads.tenantId, conversationReads.conversationId, conversationReads.personId],
      set: { toldAt: now },
      setWhere: sql`coalesce(${conversationReads.seenAt} < ${at.toISOString()}::timestamptz, true)
        and (${conversationReads.toldAt} is null or ${conversationReads.toldAt} < ${conversationReads.seenAt})`,
    })
    .returning({ personId: conversationReads.personId })
  return noted.length > 0
}

async function titleOf(db: Db, conversationId: string): Promise<string> {
  const [row] = await db.execute<{ title: string | null }>(sql`
    select coalesce(a.title, o.name) as title from ${conversations} c
    left join activities a on a.id = c.activity_id left join organisations o on o.id = c.organisation_id
    where c.id = ${conversationId}::uuid`)
  return row?.title ?? ''
}
