import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { helpEntries, helpTickets, helpVisits } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import type { Operator } from '../../../db/operator'
import { done, type Outcome, refused } from '../../../outcome'
import { audit } from '../../audit/commands'
import { codeSeconds, type Helping, isAccessOpen } from '../rules'

type City = { id: string }
export type EntryRefusal = 'access_over'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
const newSecret = () => randomBytes(32).toString('base64url')

type Opening = { ticket: string; byEmail: string; now: Date }

/** A code with which an operator comes into the console of this city, once, within two minutes. */
export function makeCode(
  operator: Operator,
  city: City,
  { ticket, byEmail, now }: Opening,
): Promise<Outcome<{ code: string }, EntryRefusal>> {
  return operator.inCity(city, async (db) => {
    const [held] = await db.select().from(helpTickets).where(eq(helpTickets.id, ticket))
    if (!held || !isAccessOpen(held, now)) return refused('access_over')
    const code = newSecret()
    const codeUntil = new Date(now.getTime() + codeSeconds * 1000)
    await db
      .insert(helpEntries)
      .values({ ticketId: ticket, operatorEmail: byEmail, codeHash: hashOf(code), codeUntil })
    return done({ code })
  })
}

/** The code is given for a token, which opens until the city's leave runs out; the city's journal says so. */
export function enterByCode(
  operator: Operator,
  city: City,
  { code, now }: { code: string; now: Date },
): Promise<Outcome<{ token: string; until: Date }, EntryRefusal>> {
  return operator.inCity(city, async (db) => {
    const waits = and(
      eq(helpEntries.codeHash, hashOf(code)),
      isNull(helpEntries.enteredAt),
      gt(helpEntries.codeUntil, now),
    )
    const [entry] = await db.select().from(helpEntries).where(waits).for('update')
    const held = entry && (await ticketOf(db, entry.ticketId))
    if (!entry || !held || !isAccessOpen(held, now)) return refused('access_over')
    const token = newSecret()
    const change = { tokenHash: hashOf(token), enteredAt: now }
    await db.update(helpEntries).set(change).where(eq(helpEntries.id, entry.id))
    const actor = { kind: 'operator', name: entry.operatorEmail } as const
    await audit(db, { actor, action: 'help_entered', subject: `ticket:${entry.ticketId}`, now })
    return done({ token, until: held.accessUntil! })
  })
}

async function ticketOf(db: Db, id: string) {
  const [held] = await db.select().from(helpTickets).where(eq(helpTickets.id, id))
  return held
}

type Visit = { token: string; path: string; now: Date }

/** Whether whoever holds the token may look now; what they look at is written down first, where the city reads it. */
export function openPage(
  operator: Operator,
  city: City,
  { token, path, now }: Visit,
): Promise<Helping | null> {
  return operator.inCity(city, async (db) => {
    const living = and(eq(helpEntries.tokenHash, hashOf(token)), isNull(helpEntries.leftAt))
    const [entry] = await db.select().from(helpEntries).where(living)
    const held = entry && (await ticketOf(db, entry.ticketId))
    if (!entry || !held || !isAccessOpen(held, now)) return null
    const { operatorEmail, ticketId } = entry
    await db.insert(helpVisits).values({ ticketId, operatorEmail, path: path.slice(0, 300), at: now })
    return { email: operatorEmail, ticketId, subject: held.subject, until: held.accessUntil! }
  })
}

export function leaveConsole(
  operator: Operator,
  city: City,
  { token, now }: Omit<Visit, 'path'>,
): Promise<void> {
  return operator.inCity(city, async (db) => {
    const living = and(eq(helpEntries.tokenHash, hashOf(token)), isNull(helpEntries.leftAt))
    const left = await db
      .update(helpEntries)
      .set({ leftAt: now })
      .where(living)
      .returning({ ticketId: helpEntries.ticketId, email: helpEntries.operatorEmail })
    for (const { ticketId, email } of left)
      await audit(db, {
        actor: { kind: 'operator', name: email },
        action: 'help_left',
        subject: `ticket:${ticketId}`,
        now,
      })
  })
}
