import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import {
  activities,
  conversationReads,
  conversations,
  dateAnnouncements,
  memberships,
  messages,
  occurrences,
  positions,
  registrations,
  registrationShares,
} from '../../../../drizzle/schema'
import { type DemoExchanges, exchangesOf } from '../../../../tenants/exchanges'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; actorIds: string[]; now: Date }
type Said = DemoExchanges['question']['said']

/** What the people one can sign in as have said to those who organise, and what these announced. */
export async function plantExchanges(db: Db, { tenant, actorIds, now }: Ground): Promise<void> {
  const exchanges = exchangesOf[tenant.id]
  if (!exchanges || actorIds.length === 0) return
  const { place, question, announcement } = exchanges
  const asked = await findActivity(db, question.activity)
  const asker = actorIds[question.who]
  if (asked && asker)
    await plantTalk(db, { kind: 'question', activityId: asked.id, personId: asker }, question.said, now)
  const held = await findActivity(db, place.activity)
  const comer = actorIds[place.who]
  const seat = held && comer && (await seatOn(db, held.id, comer, now))
  if (!held || !comer || !seat) return
  const about = {
    kind: 'registration' as const,
    activityId: held.id,
    personId: comer,
    registrationId: seat.id,
  }
  await plantTalk(db, about, place.said, now)
  const speaker = await speakerOf(db, held)
  const told = {
    activityId: held.id,
    occurrenceId: seat.occurrenceId,
    byId: speaker,
    body: announcement.body,
  }
  await db.insert(dateAnnouncements).values({ ...told, at: hoursBefore(now, announcement.ago) })
  await showNames(db, seat.occurrenceId, now)
}

const hoursBefore = (now: Date, hours: number) => daysBefore(now, hours / 24)

async function findActivity(db: Db, title: string) {
  const [found] = await db
    .select({
      id: activities.id,
      organisationId: activities.organisationId,
      organiserId: activities.organiserId,
    })
    .from(activities)
    .where(eq(activities.title, title))
  return found ?? null
}
type Held = NonNullable<Awaited<ReturnType<typeof findActivity>>>

async function speakerOf(db: Db, { organisationId, organiserId }: Held): Promise<string | null> {
  if (!organisationId) return organiserId
  const [owner] = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, 'owner')))
  return owner?.id ?? null
}

/** One more place on the first date that is to come. */
async function seatOn(db: Db, activityId: string, personId: string, now: Date) {
  const [position] = await db
    .select({ id: positions.id, occurrenceId: positions.occurrenceId })
    .from(positions)
    .innerJoin(occurrences, eq(occurrences.id, positions.occurrenceId))
    .where(and(eq(positions.activityId, activityId), eq(occurrences.state, 'scheduled')))
    .orderBy(asc(occurrences.startsAt), asc(positions.rank))
    .limit(1)
  if (!position) return null
  const [id, at] = [randomUUID(), daysBefore(now, 2)]
  const of = { activityId, occurrenceId: position.occurrenceId, positionId: position.id, personId }
  await db
    .insert(registrations)
    .values({ id, ...of, state: 'confirmed', isNewcomer: true, requestId: randomUUID(), at, changedAt: at })
  await db
    .update(positions)
    .set({ seatsTaken: sql`${positions.seatsTaken} + 1` })
    .where(eq(positions.id, position.id))
  return { id, occurrenceId: position.occurrenceId }
}

type About = Pick<typeof conversations.$inferInsert, 'kind' | 'activityId' | 'registrationId'> & {
  personId: string
}

/** All of it was read but the last word, so that something waits for whoever signs in. */
async function plantTalk(db: Db, about: About, said: Said, now: Date): Promise<void> {
  const id = randomUUID()
  const [openedAt, lastAt] = [said[0]!, said.at(-1)!].map(({ ago }) => hoursBefore(now, ago)) as [Date, Date]
  const held = (await db.select().from(activities).where(eq(activities.id, about.activityId!)))[0]!
  const speaker = await speakerOf(db, held)
  await db.insert(conversations).values({ id, ...about, openedAt, lastAt })
  await db.insert(messages).values(
    said.map(({ side, ago, body }) => {
      const at = hoursBefore(now, ago)
      const authorId = side === 'person' ? about.personId : speaker
      return { conversationId: id, side, authorId, body, at, toldAt: at }
    }),
  )
  const before = said.at(-2)
  if (before)
    await db
      .insert(conversationReads)
      .values({ conversationId: id, personId: about.personId, seenAt: hoursBefore(now, before.ago) })
}

async function showNames(db: Db, occurrenceId: string, now: Date): Promise<void> {
  const some = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.occurrenceId, occurrenceId),
        eq(registrations.state, 'confirmed'),
        ne(registrations.isNewcomer, true),
      ),
    )
    .orderBy(asc(registrations.at))
    .limit(4)
  const shown = some.map(({ id }) => ({ registrationId: id, showsName: true, changedAt: now }))
  if (shown.length > 0) await db.insert(registrationShares).values(shown)
}
