import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { helpCalls, helpTickets } from '../../../drizzle/schema'
import { operatorDoor } from '../../db/operator'
import { findTenant } from '../../tenancy/registry'
import { readTicket } from '../../tenancy/help/queries'

/** Who asks for help, those who wait for an answer first. What each asks is read in its own city. */
export async function listCalls(operator = operatorDoor()) {
  const calls = await operator.registry
    .select()
    .from(helpCalls)
    .where(isNull(helpCalls.closedAt))
    .orderBy(helpCalls.lastBy, desc(helpCalls.lastAt))
    .limit(50)
  return Promise.all(
    calls.map(async (call) => {
      const [ticket] = await operator.inCity({ id: call.cityId }, (db) =>
        db
          .select({ subject: helpTickets.subject })
          .from(helpTickets)
          .where(eq(helpTickets.id, call.ticketId)),
      )
      return { ...call, subject: ticket?.subject ?? '', tenant: await findTenant(call.cityId) }
    }),
  )
}
export type ListedCall = Awaited<ReturnType<typeof listCalls>>[number]

export const countWaitingCalls = (operator = operatorDoor()): Promise<number> =>
  operator.inRegistry((db) =>
    db.$count(helpCalls, and(isNull(helpCalls.closedAt), eq(helpCalls.lastBy, 'city'))),
  )

export const findCall = (city: string, ticket: string, operator = operatorDoor()) =>
  operator.inCity({ id: city }, (db) => readTicket(db, ticket))
