import 'server-only'
import { and, desc, eq, gt, isNotNull } from 'drizzle-orm'
import { follows, interests, journal, letters, notices, refusedMailboxes } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { maskedAddress } from '../../../mail/dead/rules'
import { keyOfMailbox } from '../../../mail/outbox/commands'
import {
  categoryFor,
  isEventLetter,
  type Reader,
  readersTold,
  tellingOf,
  voiceFor,
} from '../../../mail/rules'
import { readersOf } from '../../../notifications/telling/queries'
import type { Planted } from '../planting/rules'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; actorIds: string[]; now: Date }
type Told = typeof notices.$inferInsert

/** What the demo's people follow, and what they were told of it: the older half they have read. */
export async function plantNotices(
  db: Db,
  { tenant, actorIds, now }: Ground,
  planted: Planted[],
): Promise<void> {
  if (actorIds.length === 0) return
  const published = planted.filter(({ row }) => row.publishedAt)
  for (const [place, personId] of actorIds.entries()) {
    const followed = published.filter(({ row }, turn) => row.authorId !== personId && turn % 4 === place % 4)
    await db
      .insert(follows)
      .values(followed.map(({ row }) => ({ ideaId: row.id, personId, since: row.publishedAt! })))
      .onConflictDoNothing()
    await db.insert(interests).values(interestsOf(tenant, personId, place, now))
  }
  await tellOfEvents(db, actorIds, planted, now)
  await tellStaff(db, now)
  await plantFailures(db, tenant, actorIds, now)
}

function interestsOf({ themes, territory }: Tenant, personId: string, place: number, now: Date) {
  const since = daysBefore(now, 40)
  const [longitude, latitude] = territory.centre
  return [
    { personId, kind: 'theme' as const, value: themes[place % themes.length]!.id, since },
    {
      personId,
      kind: 'district' as const,
      value: territory.districts[place % territory.districts.length]!.code,
      since,
    },
    {
      personId,
      kind: 'place' as const,
      value: `${latitude.toFixed(3)},${longitude.toFixed(3)}`,
      latitude: Number(latitude.toFixed(3)),
      longitude: Number(longitude.toFixed(3)),
      radiusMetres: 1000,
      since,
    },
  ]
}

async function tellOfEvents(db: Db, actorIds: string[], planted: Planted[], now: Date): Promise<void> {
  const authors = new Map(planted.map(({ row }) => [row.id, row.authorId]))
  const events = (await db.select().from(journal)).filter(({ kind }) => isEventLetter(kind))
  const following = await db.select().from(follows)
  const followersOf = (aboutId: string) =>
    new Set(following.filter(({ ideaId }) => ideaId === aboutId).map(({ personId }) => personId))
  const told = events.flatMap((event): Told[] => {
    const followers = followersOf(event.aboutId)
    return actorIds.flatMap((personId) => {
      const reader: Reader = authors.get(event.aboutId) === personId ? 'author' : 'followers'
      if (!isEventLetter(event.kind) || !readersTold(event.kind, event.detail).includes(reader)) return []
      if (reader === 'followers' && !followers.has(personId)) return []
      if (event.byId === personId && !tellingOf(event.kind).isReceipt) return []
      const readAt = event.at < daysBefore(now, 12) ? event.at : null
      const category = categoryFor(event.kind, reader)
      return [{ eventId: event.id, personId, aboutId: event.aboutId, reader, category, at: event.at, readAt }]
    })
  })
  if (told.length > 0) await db.insert(notices).values(told)
}

const mostToldToStaff = 40

/** The last things that happened to ideas, to those who have to do something about them for the city. */
async function tellStaff(db: Db, now: Date): Promise<void> {
  const recent = gt(journal.at, daysBefore(now, 30))
  const events = await db.select().from(journal).where(recent).orderBy(desc(journal.at))
  const toStaff = events.flatMap(({ kind, ...event }) => {
    const to = isEventLetter(kind) ? readersTold(kind, event.detail).filter(isStaff) : []
    return isEventLetter(kind) && to.length > 0 ? [{ event: { ...event, kind }, to }] : []
  })
  for (const { event, to } of toStaff.slice(0, mostToldToStaff)) {
    const asked = readersOf(event, to, { after: '00000000-0000-0000-0000-000000000000', most: 100 })
    const people = await db.execute<{ person_id: string; reader: Reader }>(asked)
    const { id: eventId, aboutId, at, kind } = event
    const readAt = at < daysBefore(now, 6) ? at : null
    const told = people.map(({ person_id: personId, reader }): Told => {
      return { eventId, personId, aboutId, reader, category: categoryFor(kind, reader), at, readAt }
    })
    if (told.length > 0) await db.insert(notices).values(told).onConflictDoNothing()
  }
}

const isStaff = (reader: Reader) => voiceFor(reader) === 'staff'

/** Two letters of last week that no server took: one may be sent again, the other's mailbox is no more. */
async function plantFailures(db: Db, tenant: Tenant, actorIds: string[], now: Date): Promise<void> {
  const failed = { kind: 'notices', locale: tenant.locales[0]!, state: 'failed' as const, priority: 1 }
  const full = '452 4.2.2 The mailbox is full, try again later'
  const gone = '550 5.1.1 No such mailbox'
  const old = `ancienne.boite@${tenant.id}.example`
  const ended = [
    { personId: actorIds[0]!, attempts: 12, lastError: full, endedAt: daysBefore(now, 2) },
    { personId: actorIds[1]!, attempts: 1, lastError: gone, endedAt: daysBefore(now, 5), address: old },
  ]
  for (const end of ended) {
    const letter = { ...failed, ...end, key: `notices:${end.personId}:demo`, detail: { bundle: 'weekly' } }
    const [written] = await db.insert(letters).values(letter).returning({ id: letters.id })
    const gathered = and(eq(notices.personId, end.personId), isNotNull(notices.readAt))
    await db.update(notices).set({ letterId: written!.id, mailDueAt: end.endedAt }).where(gathered)
  }
  await db.insert(refusedMailboxes).values({
    mailboxKey: keyOfMailbox(tenant, old),
    masked: maskedAddress(old),
    reason: gone,
    at: daysBefore(now, 5),
  })
}
