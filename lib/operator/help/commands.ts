import 'server-only'
import { eq } from 'drizzle-orm'
import { helpMessages, helpTickets } from '../../../drizzle/schema'
import type { Operator } from '../../db/operator'
import { tellAdmins } from '../../mail/staff/commands'
import { done, type Outcome, refused } from '../../outcome'

type Answering = { city: string; ticket: string; body: string; byEmail: string; now: Date }

/** The operator answers a city on its ticket; a letter says so to those who run it. */
export function answerTicket(
  operator: Operator,
  { city, ticket, body, byEmail, now }: Answering,
): Promise<Outcome<undefined, 'ticket_closed'>> {
  return operator.inCity({ id: city }, async (db) => {
    const [held] = await db.select().from(helpTickets).where(eq(helpTickets.id, ticket))
    if (!held || held.closedAt) return refused('ticket_closed')
    const row = { ticketId: ticket, operatorEmail: byEmail, body, at: now }
    const [message] = await db.insert(helpMessages).values(row).returning({ id: helpMessages.id })
    await tellAdmins(db, {
      kind: 'help_answered',
      about: message!.id,
      detail: { ticket, subject: held.subject },
      now,
    })
    return done(undefined)
  })
}
