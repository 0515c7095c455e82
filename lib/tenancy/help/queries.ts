import 'server-only'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { helpMessages, helpTickets, helpVisits, people } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

const lastByOperator = sql<boolean>`coalesce((
  select ${helpMessages.operatorEmail} is not null from ${helpMessages}
  where ${helpMessages.ticketId} = ${helpTickets.id} order by ${helpMessages.at} desc limit 1), false)`

/** What the city asked, the newest first. */
export function listTickets(tenant: { id: string }) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: helpTickets.id,
        subject: helpTickets.subject,
        openedAt: helpTickets.openedAt,
        closedAt: helpTickets.closedAt,
        accessUntil: helpTickets.accessUntil,
        isAnswered: lastByOperator,
      })
      .from(helpTickets)
      .orderBy(desc(helpTickets.openedAt))
      .limit(50),
  )
}
export type ListedTicket = Awaited<ReturnType<typeof listTickets>>[number]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const findTicket = (tenant: { id: string }, id: string) => inTenant(tenant, (db) => readTicket(db, id))

/** A ticket, what was said on it, and each page that was opened under it. */
export async function readTicket(db: Db, id: string) {
  if (!uuid.test(id)) return null
  const [ticket] = await db.select().from(helpTickets).where(eq(helpTickets.id, id))
  if (!ticket) return null
  const messages = await db
    .select({
      id: helpMessages.id,
      body: helpMessages.body,
      at: helpMessages.at,
      operatorEmail: helpMessages.operatorEmail,
      name: people.name,
    })
    .from(helpMessages)
    .leftJoin(people, eq(people.id, helpMessages.byId))
    .where(eq(helpMessages.ticketId, id))
    .orderBy(asc(helpMessages.at))
  const visits = await db
    .select()
    .from(helpVisits)
    .where(eq(helpVisits.ticketId, id))
    .orderBy(desc(helpVisits.at))
    .limit(200)
  return { ...ticket, messages, visits }
}
export type Ticket = NonNullable<Awaited<ReturnType<typeof readTicket>>>
