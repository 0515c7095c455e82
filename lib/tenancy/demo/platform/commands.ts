import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import {
  announcements,
  grants,
  helpEntries,
  helpMessages,
  helpTickets,
  helpVisits,
  hostClaims,
  hosts,
  operatorActs,
  people,
} from '../../../../drizzle/schema'
import { type DemoCityCare, type DemoTicket, platform } from '../../../../tenants/platform'
import type { Db } from '../../../db'
import type { Operator } from '../../../db/operator'
import { setMeans } from '../../../operator/means/commands'
import { saveAnswers, startDraft } from '../../../operator/wizard/commands'
import { audit } from '../../audit/commands'
import { daysBefore } from '../rules'
import { momentOf } from './rules'

type Ground = { byEmail: string; now: Date }

/** What the operator of the demo has announced, settled and been asked; in an installation that has said nothing yet. */
export async function plantPlatform(operator: Operator, { byEmail, now }: Ground): Promise<void> {
  const [said] = await operator.registry.select({ id: announcements.id }).from(announcements).limit(1)
  if (said) return
  await announce(operator, { byEmail, now })
  for (const [id, care] of Object.entries(platform.cities))
    await careFor(operator, { id }, care, { byEmail, now })
  const { commune, ago, answers } = platform.begun
  const begun = await startDraft(operator, { commune, byEmail, now: daysBefore(now, ago) })
  await saveAnswers(operator, { id: begun.id, answers, now: daysBefore(now, ago) })
}

async function announce(operator: Operator, { byEmail, now }: Ground): Promise<void> {
  const rows = platform.announcements.map(({ from, until, withdrawn, ...one }) => {
    const [fromAt, untilAt] = [momentOf(from, now), momentOf(until, now)]
    const createdAt = new Date(Math.min(fromAt.getTime(), now.getTime()))
    const withdrawnAt = withdrawn === undefined ? null : daysBefore(now, withdrawn)
    return { ...one, fromAt, untilAt, createdAt, withdrawnAt, byEmail }
  })
  await operator.inRegistry((db) => db.insert(announcements).values(rows))
}

async function careFor(
  operator: Operator,
  city: { id: string },
  { since, means, tickets, failingHost }: DemoCityCare,
  { byEmail, now }: Ground,
): Promise<void> {
  const made = { cityId: city.id, byEmail, action: 'created', detail: {}, at: daysBefore(now, since) }
  await operator.inRegistry((db) => db.insert(operatorActs).values(made))
  const { ago, ...quotas } = means
  const settled = { city: city.id, withheld: [], quotas, byEmail, now: daysBefore(now, ago) }
  const asked = tickets.map((ticket) => ({
    ago: ticket.access?.from ?? 0,
    plant: () => operator.inCity(city, (db) => plantTickets(db, [ticket], { byEmail, now })),
  }))
  const acts = [{ ago, plant: () => setMeans(operator, settled) }, ...asked]
  for (const { plant } of acts.toSorted((one, other) => other.ago - one.ago)) await plant()
  if (failingHost) await failHost(operator, city, { ...failingHost, now })
}

type Failing = { host: string; ago: number; now: Date }

/** An address of the city that its DNS no longer says is its own: still served, and told. */
async function failHost(operator: Operator, city: { id: string }, { host, ago, now }: Failing) {
  const failingSince = daysBefore(now, ago)
  const [moved] = await operator.inRegistry((db) =>
    db
      .update(hosts)
      .set({ status: 'failing' })
      .where(and(eq(hosts.host, host), eq(hosts.cityId, city.id)))
      .returning({ surface: hosts.surface }),
  )
  if (!moved) return
  const claim = { host, surface: moved.surface, token: randomBytes(24).toString('base64url'), addedBy: '' }
  const since = { addedAt: daysBefore(now, 90), verifiedAt: daysBefore(now, 90), checkedAt: failingSince }
  await operator.inCity(city, (db) =>
    db
      .insert(hostClaims)
      .values({ ...claim, ...since, status: 'failing', problem: 'txt_missing', failingSince }),
  )
}

/** What the city's owner asked of the operator; nothing in a city that nobody runs yet. */
export async function plantTickets(db: Db, tickets: DemoTicket[], { byEmail, now }: Ground): Promise<void> {
  const runs = and(eq(people.id, grants.personId), eq(grants.role, 'owner'))
  const [owner] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(grants, runs)
    .limit(1)
  if (owner) for (const ticket of tickets) await plantTicket(db, ticket, { owner, byEmail, now })
}

type Asking = Ground & { owner: { id: string; name: string | null } }

/** A ticket, what was said on it, and each page of the console that was opened with the city's leave. */
async function plantTicket(db: Db, ticket: DemoTicket, { owner, byEmail, now }: Asking): Promise<void> {
  const { subject, said, access, closed } = ticket
  const row = {
    subject,
    openedById: owner.id,
    openedAt: daysBefore(now, said[0]!.ago),
    closedAt: closed === undefined ? null : daysBefore(now, closed),
    ...(access ? { accessUntil: daysBefore(now, access.until), accessGivenById: owner.id } : {}),
  }
  const [opened] = await db.insert(helpTickets).values(row).returning({ id: helpTickets.id })
  const ticketId = opened!.id
  const lines = said.map(({ side, ago, body }) => ({
    ...{ ticketId, body, at: daysBefore(now, ago) },
    ...(side === 'city' ? { byId: owner.id } : { operatorEmail: byEmail }),
  }))
  for (const line of lines) await db.insert(helpMessages).values(line)
  if (access) await plantVisits(db, { ticketId, access, owner, byEmail, now })
}

type Looking = Asking & { ticketId: string; access: NonNullable<DemoTicket['access']> }

async function plantVisits(db: Db, { ticketId, access, owner, byEmail, now }: Looking): Promise<void> {
  const [from, until] = [daysBefore(now, access.from), daysBefore(now, access.until)]
  const subject = `ticket:${ticketId}`
  const admin = { kind: 'admin', name: owner.name ?? '' } as const
  await audit(db, {
    ...{ actor: admin, action: 'help_granted', subject, after: until.toISOString(), now: from },
  })
  if (access.seen.length === 0) return
  const inside = new Date(from.getTime() + 40 * 60_000)
  await db.insert(helpEntries).values({
    ...{ ticketId, operatorEmail: byEmail, codeHash: subject, codeUntil: inside },
    ...{ enteredAt: inside, leftAt: new Date(inside.getTime() + 15 * 60_000) },
  })
  const actor = { kind: 'operator', name: byEmail } as const
  await audit(db, { actor, action: 'help_entered', subject, now: inside })
  const visits = access.seen.map((path, turn) => ({
    ...{ ticketId, operatorEmail: byEmail, path, at: new Date(inside.getTime() + turn * 180_000) },
  }))
  await db.insert(helpVisits).values(visits)
}
