import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { helpMessages, helpTickets } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { audit } from '../audit/commands'

type By = { id: string; name: string | null }
type Act = { ticket: string; by: By; now: Date }
type City = { id: string }
export type HelpRefusal = 'ticket_closed'

const later = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)

/** The city asks something of whoever runs the platform, and may let them look. */
export function openTicket(
  tenant: City,
  {
    subject,
    body,
    hours,
    by,
    now,
  }: Omit<Act, 'ticket'> & { subject: string; body: string; hours: number | null },
): Promise<Outcome<{ id: string }, never>> {
  return inTenant(tenant, async (db) => {
    const granted = hours === null ? {} : { accessUntil: later(now, hours), accessGivenById: by.id }
    const row = { subject, openedById: by.id, openedAt: now, ...granted }
    const [ticket] = await db.insert(helpTickets).values(row).returning({ id: helpTickets.id })
    const { id } = ticket!
    await db.insert(helpMessages).values({ ticketId: id, byId: by.id, body, at: now })
    if (hours !== null) await note(db, 'help_granted', { ticket: id, by, now }, later(now, hours))
    return done({ id })
  })
}

export function replyAsCity(
  tenant: City,
  { ticket, body, by, now }: Act & { body: string },
): Promise<Outcome<undefined, HelpRefusal>> {
  return inTenant(tenant, async (db) => {
    if (!(await holdOpen(db, ticket))) return refused('ticket_closed')
    await db.insert(helpMessages).values({ ticketId: ticket, byId: by.id, body, at: now })
    return done(undefined)
  })
}

/** From now on, for so many hours, whoever runs the platform may look into the console. */
export function grantAccess(
  tenant: City,
  { hours, ...act }: Act & { hours: number },
): Promise<Outcome<undefined, HelpRefusal>> {
  return inTenant(tenant, async (db) => {
    if (!(await holdOpen(db, act.ticket))) return refused('ticket_closed')
    const accessUntil = later(act.now, hours)
    const change = { accessUntil, accessGivenById: act.by.id }
    await db.update(helpTickets).set(change).where(eq(helpTickets.id, act.ticket))
    await note(db, 'help_granted', act, accessUntil)
    return done(undefined)
  })
}

/** They see nothing more, from the next page on. */
export function endAccess(tenant: City, act: Act): Promise<Outcome<undefined, HelpRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdOpen(db, act.ticket)
    if (!held) return refused('ticket_closed')
    if (!held.accessUntil || held.accessUntil <= act.now) return done(undefined)
    await db.update(helpTickets).set({ accessUntil: act.now }).where(eq(helpTickets.id, act.ticket))
    await note(db, 'help_revoked', act)
    return done(undefined)
  })
}

export function closeTicket(tenant: City, act: Act): Promise<Outcome<undefined, HelpRefusal>> {
  return inTenant(tenant, async (db) => {
    if (!(await holdOpen(db, act.ticket))) return refused('ticket_closed')
    await db.update(helpTickets).set({ closedAt: act.now }).where(eq(helpTickets.id, act.ticket))
    await note(db, 'help_closed', act)
    return done(undefined)
  })
}

async function holdOpen(db: Db, ticket: string) {
  const open = and(eq(helpTickets.id, ticket), isNull(helpTickets.closedAt))
  const [held] = await db.select().from(helpTickets).where(open).for('update')
  return held ?? null
}

function note(db: Db, action: string, { ticket, by, now }: Act, after?: Date): Promise<void> {
  const actor = { kind: 'admin', name: by.name ?? '' } as const
  return audit(db, { actor, action, subject: `ticket:${ticket}`, after: after?.toISOString(), now })
}
