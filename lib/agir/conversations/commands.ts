import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { conversationReads, conversations, messages } from '../../../drizzle/schema'
import { secondsToWait } from '../../auth/rate-limits'
import { isNew } from '../../comments/commands'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { findOpening, type Opening } from './opening/queries'
import { blocksBetween, findParties, hasSpoken, isExcluded, isYoung, sideIn } from './queries'
import { type ConversationKind, messageLimits, type MessageRefusal, type Side, writingRefusal } from './rules'

type City = { id: string }
type Result = Promise<Outcome<{ id: string }, MessageRefusal>>
type Said = { body: string; personId: string; now: Date }

/**
 * Begins what is said about a place, an activity or a membership; where it was begun already, goes on with it. Who may is
 * whoever it is about and those who organise; about an activity, whoever asks.
 */
export async function beginConversation(
  tenant: City,
  { kind, aboutId, ...said }: Said & { kind: ConversationKind; aboutId: string },
): Result {
  if (await writesTooMuch(tenant, said.personId)) return refused('too_often')
  if (await secondsToWait(tenant, 'conversation-by', said.personId, messageLimits.openedPerDay))
    return refused('too_many')
  return inTenant(tenant, async (db) => {
    await inTurn(db, `${kind}:${aboutId}:${kind === 'question' ? said.personId : ''}`)
    const opening = await findOpening(db, { kind, aboutId, personId: said.personId })
    if (!opening.ok) return opening
    const { side, row, parties } = opening.value
    const refusal = await refusalFor(db, parties, { ...said, side })
    if (refusal) return refused(refusal)
    const id = parties.id ?? (await openConversation(db, row, said.now))
    return write(db, id, { ...said, side })
  })
}

/** Says something more. To whoever has nothing to do with it, the conversation is not there. */
export async function writeMessage(
  tenant: City,
  { conversationId, ...said }: Said & { conversationId: string },
): Result {
  if (await writesTooMuch(tenant, said.personId)) return refused('too_often')
  return inTenant(tenant, async (db) => {
    const parties = await findParties(db, conversationId, { lock: true })
    const side = parties && (await sideIn(db, parties, said.personId))
    if (!parties || !side) return refused('not_there')
    const refusal = await refusalFor(db, parties, { ...said, side })
    return refusal ? refused(refusal) : write(db, conversationId, { ...said, side })
  })
}

async function writesTooMuch(tenant: City, personId: string): Promise<boolean> {
  return (await secondsToWait(tenant, 'message-by', personId, messageLimits.perHour)) !== null
}

async function inTurn(db: Db, what: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`conversation:${what}`}, 0))`)
}

async function openConversation(db: Db, row: Opening['row'], now: Date): Promise<string> {
  const [opened] = await db
    .insert(conversations)
    .values({ ...row, openedAt: now, lastAt: now })
    .returning({ id: conversations.id })
  return opened!.id
}

type Writing = Said & { side: Side }

async function refusalFor(
  db: Db,
  parties: Opening['parties'],
  { side, body, personId }: Writing,
): Promise<MessageRefusal | null> {
  if (!parties.personId || !(parties.organisationId ?? parties.organiserId)) return 'nobody'
  return writingRefusal({
    ...{ side, body },
    isBlocked: (await blocksBetween(db, parties)).length > 0,
    isExcluded: await isExcluded(db, parties.activityId, parties.personId),
    isMinor: await isYoung(db, parties),
    hasSpoken: parties.id !== null && (await hasSpoken(db, parties.id)),
    accountIsNew: await isNew(db, personId),
  })
}

async function write(db: Db, conversationId: string, { side, body, personId, now }: Writing): Result {
  await db.insert(messages).values({ conversationId, side, authorId: personId, body, at: now })
  await db.update(conversations).set({ lastAt: now }).where(eq(conversations.id, conversationId))
  await look(db, { conversationId, personId, now })
  return done({ id: conversationId })
}

type Looking = { conversationId: string; personId: string; now: Date }

/** Somebody has read it up to now. */
export async function look(db: Db, { conversationId, personId, now }: Looking): Promise<void> {
  await db
    .insert(conversationReads)
    .values({ conversationId, personId, seenAt: now })
    .onConflictDoUpdate({
      target: [conversationReads.tenantId, conversationReads.conversationId, conversationReads.personId],
      set: { seenAt: sql`greatest(${conversationReads.seenAt}, excluded.seen_at)` },
    })
}

/** Whoever takes part has read it. */
export function markRead(tenant: City, looking: Looking): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const parties = await findParties(db, looking.conversationId)
    if (!parties || !(await sideIn(db, parties, looking.personId))) return refused('not_there')
    await look(db, looking)
    return done(undefined)
  })
}
