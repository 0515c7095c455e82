import 'server-only'
import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import {
  activities,
  conversationReads,
  conversations,
  messages,
  occurrences,
  organisations,
  people,
  registrations,
} from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { publicName } from '../../../people/names/queries'
import { speaksFor } from '../../organisations/queries'
import { shortName } from '../../registrations/organising/rules'
import {
  blocksBetween,
  hasMet,
  hasSpoken,
  isExcluded,
  isYoung,
  organisationOf,
  organiserOf,
  sideIn,
} from '../queries'
import { isUnread, type Side } from '../rules'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const mostShown = 100
const organisers = alias(people, 'organisers')

const lastBy = (side: Side) =>
  sql<Date | null>`(select max(m.at) from ${messages} m
  where m.conversation_id = ${conversations.id} and m.side = ${side})`.mapWith(messages.at)

const shown = {
  id: conversations.id,
  kind: conversations.kind,
  personId: conversations.personId,
  activityId: conversations.activityId,
  registrationId: conversations.registrationId,
  organisationId: organisationOf,
  organiserId: organiserOf,
  lastAt: conversations.lastAt,
  title: sql<string>`coalesce(${activities.title}, ${organisations.name}, '')`,
  slug: sql<string | null>`coalesce(${activities.slug}, ${organisations.slug})`,
  locale: sql<string>`coalesce(${activities.locale}, ${organisations.locale})`,
  teamName: sql<string | null>`coalesce(${organisations.name}, ${organisers.name})`,
  personName: people.name,
  hasMet,
  startsAt: occurrences.startsAt,
  endsAt: occurrences.endsAt,
  zone: occurrences.zone,
}

function rows(db: Db, viewerId: string) {
  const looked = and(
    eq(conversationReads.conversationId, conversations.id),
    eq(conversationReads.personId, viewerId),
  )
  return db
    .select({
      ...shown,
      seenAt: conversationReads.seenAt,
      personAt: lastBy('person'),
      teamAt: lastBy('team'),
      excerpt: sql<string | null>`(select left(m.body, 140) from ${messages} m
        where m.conversation_id = ${conversations.id} and m.state = 'visible' order by m.at desc, m.id limit 1)`,
    })
    .from(conversations)
    .leftJoin(activities, eq(activities.id, conversations.activityId))
    .leftJoin(organisations, sql`${organisations.id} = ${organisationOf}`)
    .leftJoin(organisers, sql`${organisers.id} = ${organiserOf}`)
    .leftJoin(people, eq(people.id, conversations.personId))
    .leftJoin(registrations, eq(registrations.id, conversations.registrationId))
    .leftJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .leftJoin(conversationReads, looked)
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof rows>>[number]

/** Everything somebody takes part in, for themselves or for those they organise with, the last word first. */
export function listConversations(tenant: City, personId: string) {
  return inTenant(tenant, async (db) => {
    const spoken = (await speaksFor(db, personId)).map(({ id }) => id)
    const own = or(
      eq(conversations.personId, personId),
      sql`${organiserOf} = ${personId}::uuid`,
      sql`${organisationOf} = any (${`{${spoken.join(',')}}`}::uuid[])`,
    )
    const found = await rows(db, personId)
      .where(own)
      .orderBy(desc(conversations.lastAt), asc(conversations.id))
      .limit(mostShown)
    return found.map((row) => {
      const side: Side = row.personId === personId ? 'person' : 'team'
      return { ...whoIn(row, side), ...row, side, isUnread: waits(row, side) }
    })
  })
}
export type ConversationRow = Awaited<ReturnType<typeof listConversations>>[number]

/** What the other side is called: those who organise by their name, a person by as much as they agreed to show. */
function whoIn({ personName, teamName, hasMet: met }: Row, side: Side) {
  if (side === 'person') return { with: teamName }
  return { with: personName && !met ? shortName(personName) : personName }
}

function waits({ personAt, teamAt, seenAt }: Row, side: Side): boolean {
  const [lastByOtherAt, lastByOwnAt] = side === 'person' ? [teamAt, personAt] : [personAt, teamAt]
  return isUnread({ lastByOtherAt, lastByOwnAt, seenAt })
}

/** One conversation as one of its two sides reads it; null for everybody else. */
export async function findConversation(tenant: City, id: string, viewerId: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const [row] = await rows(db, viewerId).where(eq(conversations.id, id))
    const side = row && (await sideIn(db, row, viewerId))
    if (!row || !side) return null
    const blocks = await blocksBetween(db, row)
    const said = await messagesIn(db, id)
    const isQuiet = side === 'team' && (await isYoung(db, row)) && !(await hasSpoken(db, id))
    const isShut =
      !row.personId || !row.teamName || (await isExcluded(db, row.activityId, row.personId)) || isQuiet
    return {
      ...row,
      ...whoIn(row, side),
      side,
      isUnread: waits(row, side),
      isBlockedByOwn: blocks.includes(side),
      isClosed: isShut || blocks.length > 0,
      messages: said.map((one) => shownTo(one, { row, side, viewerId })),
    }
  })
}
export type Conversation = NonNullable<Awaited<ReturnType<typeof findConversation>>>

function messagesIn(db: Db, conversationId: string) {
  return db
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      side: messages.side,
      authorId: messages.authorId,
      author: publicName,
      body: messages.body,
      at: messages.at,
      state: messages.state,
    })
    .from(messages)
    .leftJoin(people, eq(people.id, messages.authorId))
    .where(eq(messages.conversationId, conversationId))
    .orderBy(asc(messages.at), asc(messages.id))
    .limit(500)
}

type Viewing = { row: Row; side: Side; viewerId: string }

/** What was taken from view is still there for whoever wrote it, to be able to disagree. */
function shownTo(one: Said, { row, side, viewerId }: Viewing) {
  const isOwn = one.authorId === viewerId
  const body = one.state === 'hidden' && !isOwn ? '' : one.body
  return { ...one, ...namesFor(one, row, side), body, isOwn }
}
type Said = Awaited<ReturnType<typeof messagesIn>>[number]

/** Those who organise sign with a first name beside their organisation's. */
function namesFor({ side, author }: { side: Side; author: string | null }, row: Row, viewer: Side) {
  if (side === 'person') return { by: whoIn(row, 'team').with, for: null }
  if (!row.organisationId) return { by: row.teamName, for: null }
  return { by: viewer === 'team' ? author : author && shortName(author), for: row.teamName }
}
