import 'server-only'
import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import {
  acceptances,
  follows,
  grants,
  ideas,
  notices,
  people,
  scopeKeys,
  sessions,
  supports,
} from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { inForce } from '../../people/roles/queries'
import type { GrantedRole } from '../../people/rules'
import { findMarks } from '../../comments/own/queries'
import { cardsOf } from '../cards/queries'
import { scopeKeyOf, scopeKeysOf, voterKey } from './scope-keys'

type City = { id: string }

/** Who a living session belongs to, and how that person stands to one idea. */
export async function findStanding(
  tenant: City,
  session: { sessionId: string; personId: string },
  ideaId?: string,
) {
  const scope = ideaId ? await scopeKeyOf(tenant, ideaId) : null
  const voter = scope && Buffer.from(voterKey(scope, session.personId), 'hex')
  return inTenant(tenant, async (db) => {
    const [person] = await db
      .select({
        name: people.name,
        locale: people.locale,
        roles: rolesHeld,
        unread: noticesUnread,
        accepted: textsAccepted,
        supported: isNotNull(supports.voterKey).mapWith(Boolean),
        following: isNotNull(follows.personId).mapWith(Boolean),
        own: isNotNull(ideas.id).mapWith(Boolean),
      })
      .from(sessions)
      .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.deletedAt)))
      .leftJoin(supports, isVoice(ideaId, voter))
      .leftJoin(follows, and(eq(follows.ideaId, known(ideaId)), eq(follows.personId, people.id)))
      .leftJoin(ideas, and(eq(ideas.id, known(ideaId)), eq(ideas.authorId, people.id)))
      .where(
        and(
          eq(sessions.id, session.sessionId),
          eq(sessions.personId, session.personId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, sql`now()`),
        ),
      )
    if (!person || !ideaId) return person ?? null
    return { ...person, comments: await findMarks(db, ideaId, session.personId) }
  })
}

const rolesHeld = sql<GrantedRole[]>`array(
  select distinct ${grants.role} from ${grants} where ${grants.personId} = ${people.id} and ${inForce})`

/** The newest version of each text that they agreed to. */
const textsAccepted = sql<{ document: string; version: number }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('document', agreed.document, 'version', agreed.version))
  from ${acceptances} agreed where agreed.person_id = ${people.id}), '[]')`

/** No more than a badge can show. */
const noticesUnread = sql<number>`(select count(*)::int from (
  select from ${notices} told where told.person_id = ${people.id} and told.read_at is null limit 100) unread)`

function isVoice(ideaId: string | undefined, voter: Buffer | null) {
  return and(
    eq(supports.ideaId, known(ideaId)),
    eq(supports.voterKey, voter ?? Buffer.alloc(0)),
    eq(supports.state, 'counted'),
  )
}

export const beforeAll = '00000000-0000-0000-0000-000000000000'
const known = (id: string | undefined) => id ?? beforeAll

/** Where a public idea is read. */
export function findSlug(tenant: City, ideaId: string): Promise<string | null> {
  return inTenant(tenant, async (db) => {
    const isPublic = inArray(ideas.publication, ['published', 'withdrawn', 'merged'])
    const [idea] = await db
      .select({ slug: ideas.slug })
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), isPublic))
    return idea?.slug ?? null
  })
}

/** The number shown to everyone, from the row. */
export function findCount(tenant: City, ideaId: string) {
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select({ count: ideas.supportCount, threshold: ideas.threshold, reachedAt: ideas.reachedAt })
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), inArray(ideas.publication, ['published', 'withdrawn', 'merged'])))
    if (!idea) return null
    return { count: idea.count, threshold: idea.threshold ?? 0, reached: idea.reachedAt !== null }
  })
}

export const atATime = 1000

/**
 * The ideas a person supports. No row says so: each idea's key is tried with the person who asks, while they ask, and
 * what is found is shown to them and kept nowhere. Ideas whose key was destroyed can no longer be found by anyone.
 */
export function listSupported(tenant: City, personId: string) {
  return inTenant(tenant, async (db) => {
    const found: string[] = []
    for (let after = beforeAll, full = true; full;) {
      const tried = await ideasWithKey(db, after)
      found.push(...(await voicesAmong(db, tenant, personId, tried)))
      full = tried.length === atATime
      after = tried.at(-1) ?? after
    }
    const cards = await cardsOf(
      db,
      found.map((id) => ({ id })),
    )
    return cards.filter(({ publication }) => publication !== 'hidden' && publication !== 'removed')
  })
}

/** The next ideas whose key still tells whose a voice is. */
export async function ideasWithKey(db: Db, after: string): Promise<string[]> {
  const rows = await db
    .select({ ideaId: scopeKeys.ideaId })
    .from(scopeKeys)
    .where(and(gt(scopeKeys.ideaId, after), isNotNull(scopeKeys.sealed)))
    .orderBy(asc(scopeKeys.ideaId))
    .limit(atATime)
  return rows.map(({ ideaId }) => ideaId)
}

async function voicesAmong(db: Db, tenant: City, personId: string, ideaIds: string[]): Promise<string[]> {
  const scopes = [...(await scopeKeysOf(db, tenant, ideaIds))]
  if (scopes.length === 0) return []
  const rows = await db.execute<{ idea_id: string }>(sql`
    select voice.idea_id from unnest(
      ${`{${scopes.map(([ideaId]) => ideaId).join(',')}}`}::text::uuid[],
      ${`{${scopes.map(([, scope]) => voterKey(scope, personId)).join(',')}}`}::text::text[]
    ) as asked (idea_id, voter)
    join lateral (
      select idea_id from ${supports}
      where idea_id = asked.idea_id and voter_key = decode(asked.voter, 'hex') and state = 'counted'
      offset 0
    ) voice on true`)
  return rows.map((row) => row.idea_id)
}
