import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  activities,
  conversationBlocks,
  conversations,
  exclusions,
  memberships,
  messages,
  people,
  registrations,
} from '../../../drizzle/schema'
import type { Db } from '../../db'
import { isUnderAge } from '../../people/names/queries'
import { speaksFor } from '../organisations/queries'
import type { Side } from './rules'

/** Who organises what a conversation is about: an organisation, or one person. */
export type Organiser = { organisationId: string | null; organiserId: string | null }

export const organisationOf = sql<
  string | null
>`coalesce(${conversations.organisationId}, ${activities.organisationId})`
export const organiserOf = sql<
  string | null
>`case when ${organisationOf} is null then ${activities.organiserId} end`

/** Whether they agreed to meet: before that, a first name is enough. */
export const hasMet = sql<boolean>`case ${conversations.kind}
  when 'membership' then exists (select from ${memberships} m where m.organisation_id = ${conversations.organisationId}
    and m.person_id = ${conversations.personId} and m.state = 'active')
  else exists (select from ${registrations} r where r.activity_id = ${conversations.activityId}
    and r.person_id = ${conversations.personId} and r.state in ('confirmed', 'attended', 'absent', 'excused')) end`

/** For whom this person speaks in it; null for who has nothing to do with it. */
export async function sideIn(
  db: Db,
  { personId, organisationId, organiserId }: Organiser & { personId: string | null },
  viewerId: string,
): Promise<Side | null> {
  if (personId === viewerId) return 'person'
  if (organiserId) return organiserId === viewerId ? 'team' : null
  const spoken = organisationId ? await speaksFor(db, viewerId) : []
  return spoken.some(({ id }) => id === organisationId) ? 'team' : null
}

/** A conversation with who takes part in it, held still if it is to be written in. */
export async function findParties(db: Db, conversationId: string, { lock = false } = {}) {
  const wanted = db
    .select({
      id: conversations.id,
      kind: conversations.kind,
      personId: conversations.personId,
      activityId: conversations.activityId,
      organisationId: organisationOf,
      organiserId: organiserOf,
    })
    .from(conversations)
    .leftJoin(activities, eq(activities.id, conversations.activityId))
    .where(eq(conversations.id, conversationId))
  const [found] = await (lock ? wanted.for('no key update', { of: conversations }) : wanted)
  return found ?? null
}
export type Parties = NonNullable<Awaited<ReturnType<typeof findParties>>>

/** Which of the two asked to hear no more from the other. */
export async function blocksBetween(
  db: Db,
  { personId, organisationId, organiserId }: Pick<Parties, 'personId' | keyof Organiser>,
): Promise<Side[]> {
  if (!personId || !(organisationId ?? organiserId)) return []
  const rows = await db
    .select({ side: conversationBlocks.side })
    .from(conversationBlocks)
    .where(
      and(
        eq(conversationBlocks.personId, personId),
        isNull(conversationBlocks.liftedAt),
        organisationId
          ? eq(conversationBlocks.organisationId, organisationId)
          : eq(conversationBlocks.organiserId, organiserId!),
      ),
    )
  return rows.map(({ side }) => side)
}

/** Whether those who organise do not want this person there any more. */
export async function isExcluded(db: Db, activityId: string | null, personId: string): Promise<boolean> {
  if (!activityId) return false
  const shut = and(
    eq(exclusions.activityId, activityId),
    eq(exclusions.personId, personId),
    isNull(exclusions.liftedAt),
  )
  return (await db.$count(exclusions, shut)) > 0
}

/** Whether this person may be under age: by what the city knows, or because a guardian answers for their place. */
export async function isYoung(db: Db, { personId, activityId }: Pick<Parties, 'personId' | 'activityId'>) {
  if (!personId) return false
  const [known] = await db.select({ isUnderAge }).from(people).where(eq(people.id, personId))
  if (known?.isUnderAge || !activityId) return known?.isUnderAge ?? false
  const guarded = sql`(${registrations.guardianSealed} is not null or ${registrations.consentedAt} is not null)`
  const held = and(eq(registrations.activityId, activityId), eq(registrations.personId, personId), guarded)
  return (await db.$count(registrations, held)) > 0
}

export async function hasSpoken(db: Db, conversationId: string): Promise<boolean> {
  const own = and(eq(messages.conversationId, conversationId), eq(messages.side, 'person'))
  return (await db.$count(messages, own)) > 0
}
