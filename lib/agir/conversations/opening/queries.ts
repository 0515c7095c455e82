import 'server-only'
import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import {
  activities,
  conversations,
  memberships,
  organisations,
  people,
  registrations,
} from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { publicName } from '../../../people/names/queries'
import { shortName } from '../../registrations/organising/rules'
import { activeStates } from '../../registrations/rules'
import { isYoung, type Organiser, type Parties, sideIn } from '../queries'
import type { ConversationKind, MessageRefusal, Side } from '../rules'

export type Opening = {
  side: Side
  /** What is written down when it is begun. */
  row: {
    kind: ConversationKind
    personId: string | null
    activityId?: string
    registrationId?: string
    organisationId?: string
  }
  parties: Omit<Parties, 'id'> & { id: string | null }
}
type Asked = { kind: ConversationKind; aboutId: string; personId: string }
type Found = Promise<Outcome<Opening, MessageRefusal>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const mayTalk: readonly string[] = [...activeStates, 'attended', 'absent', 'excused']

/** What a conversation would be about, for whom this person would speak in it, and whether it was begun already. */
export async function findOpening(db: Db, asked: Asked): Found {
  const found = await openings[asked.kind](db, asked)
  if (!found.ok || found.value.side === 'team') return found
  const own = await sideIn(db, { ...found.value.parties, personId: null }, asked.personId)
  return own === 'team' ? refused('own_team') : found
}

const openings: Record<ConversationKind, (db: Db, asked: Asked) => Found> = {
  question: aboutActivity,
  registration: aboutPlace,
  membership: aboutMembership,
}

async function aboutActivity(db: Db, { aboutId, personId }: Asked): Found {
  const [activity] = await db
    .select({ organisationId: activities.organisationId, organiserId: activities.organiserId })
    .from(activities)
    .leftJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(
      and(
        eq(activities.id, aboutId),
        eq(activities.publication, 'published'),
        eq(activities.moderation, 'approved'),
        or(isNull(activities.organisationId), eq(organisations.state, 'active')),
      ),
    )
  if (!activity) return refused('not_there')
  const organiser = organiserFrom(activity)
  const existing = and(
    eq(conversations.kind, 'question'),
    eq(conversations.activityId, aboutId),
    eq(conversations.personId, personId),
  )
  const row = { kind: 'question' as const, personId, activityId: aboutId }
  const parties = { ...row, ...organiser, id: await idOf(db, existing) }
  return done({ side: 'person', row, parties })
}

async function aboutPlace(db: Db, { aboutId, personId }: Asked): Found {
  const [place] = await db
    .select({
      personId: registrations.personId,
      state: registrations.state,
      activityId: registrations.activityId,
      organisationId: activities.organisationId,
      organiserId: activities.organiserId,
    })
    .from(registrations)
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .where(eq(registrations.id, aboutId))
  const parties = place && { ...organiserFrom(place), personId: place.personId, activityId: place.activityId }
  const side = parties && (await sideIn(db, parties, personId))
  if (!place || !parties || !side || !mayTalk.includes(place.state)) return refused('not_there')
  const row = {
    kind: 'registration' as const,
    personId: place.personId,
    activityId: place.activityId,
    registrationId: aboutId,
  }
  const id = await idOf(db, eq(conversations.registrationId, aboutId))
  return done({ side, row, parties: { ...parties, kind: row.kind, id } })
}

async function aboutMembership(db: Db, { aboutId, personId }: Asked): Found {
  const [held] = await db
    .select({
      personId: memberships.personId,
      state: memberships.state,
      organisationId: memberships.organisationId,
    })
    .from(memberships)
    .where(eq(memberships.id, aboutId))
  const parties = held && { ...held, organiserId: null, activityId: null }
  const side = parties && (await sideIn(db, parties, personId))
  const isHeld = held?.state === 'active' || held?.state === 'requested'
  if (!held?.personId || !parties || !side || !isHeld) return refused('not_there')
  const { organisationId } = held
  const existing = and(
    eq(conversations.kind, 'membership'),
    eq(conversations.organisationId, organisationId),
    eq(conversations.personId, held.personId),
  )
  const row = { kind: 'membership' as const, personId: held.personId, organisationId }
  return done({ side, row, parties: { ...parties, kind: row.kind, id: await idOf(db, existing) } })
}

/** Where there is an organisation, it organises; otherwise whoever offered it. */
function organiserFrom({ organisationId, organiserId }: Organiser): Organiser {
  return { organisationId, organiserId: organisationId ? null : organiserId }
}

async function idOf(db: Db, where: SQL | undefined): Promise<string | null> {
  const [found] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(where)
    .for('no key update')
  return found?.id ?? null
}

/** What somebody is about to begin: whom they would write to, about what; the conversation itself where there is one. */
export function findBeginning(tenant: { id: string }, asked: Asked) {
  if (!uuid.test(asked.aboutId)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const found = await findOpening(db, asked)
    if (!found.ok) return null
    const { side, parties } = found.value
    const { title, team } = await namesOf(db, parties)
    const [person] = parties.personId
      ? await db.select({ name: people.name }).from(people).where(eq(people.id, parties.personId))
      : []
    const isQuiet = side === 'team' && (await isYoung(db, parties))
    const other = side === 'person' ? team : person?.name && shortName(person.name)
    return { side, existingId: parties.id, title, with: other ?? null, isQuiet }
  })
}

async function namesOf(db: Db, { activityId, organisationId, organiserId }: Opening['parties']) {
  const [organisation] = organisationId
    ? await db
        .select({ name: organisations.name })
        .from(organisations)
        .where(eq(organisations.id, organisationId))
    : []
  const [organiser] = organiserId
    ? await db.select({ name: publicName }).from(people).where(eq(people.id, organiserId))
    : []
  const [activity] = activityId
    ? await db.select({ title: activities.title }).from(activities).where(eq(activities.id, activityId))
    : []
  const team = organisation?.name ?? organiser?.name ?? null
  return { team, title: activity?.title ?? team ?? '' }
}
