import 'server-only'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { carriers, comments, ideas, journal, people } from '../../drizzle/schema'
import { type Db, inTenant } from '../db'
import { announce, record } from '../journal/commands'
import { done, type Outcome, refused } from '../outcome'
import type { Acting, Whereabouts } from '../people/rules'
import { changed } from '../tenancy/freshness'
import {
  type CommentRefusal,
  countMentions,
  isDiscussed,
  limits,
  mentionedIn,
  type Stance,
  textRefusal,
} from './rules'
import { cityRoleOf } from './speaking/rules'

type City = { id: string }
export type Writing = {
  ideaId: string
  parentId: string | null
  body: string
  locale: string
  personId: string
  now: Date
}
type Spoken = { voice: 'citizen'; stance: Stance } | { voice: 'city'; person: Acting } | { voice: 'update' }
type Result = Promise<Outcome<{ id: string; slug: string }, CommentRefusal>>

/** A person says what they think of an idea, or answers somebody who did. */
export function writeComment(tenant: City, { stance, ...writing }: Writing & { stance: Stance }): Result {
  return write(tenant, writing, { voice: 'citizen', stance: writing.parentId ? 'neutral' : stance })
}

/** An agent answers for the city, in the quality they have where the idea is. */
export function answerForCity(tenant: City, { person, ...writing }: Writing & { person: Acting }): Result {
  return write(tenant, writing, { voice: 'city', person })
}

/** The author, or who carries the idea with them, tells those who read the idea what is new, now and then. */
export function tellNews(tenant: City, writing: Omit<Writing, 'parentId'>): Result {
  return write(tenant, { ...writing, parentId: null }, { voice: 'update' })
}

function write(tenant: City, writing: Writing, spoken: Spoken): Result {
  const { ideaId, parentId, body, personId, locale, now } = writing
  return inTenant(tenant, async (db) => {
    await oneAtATime(db, personId)
    const [idea] = await db
      .select({
        slug: ideas.slug,
        publication: ideas.publication,
        origin: ideas.origin,
        authorId: ideas.authorId,
        districtCode: ideas.districtCode,
        secondDistrictCode: ideas.secondDistrictCode,
        themeId: ideas.themeId,
      })
      .from(ideas)
      .where(eq(ideas.id, ideaId))
      .for('key share')
    if (!idea?.slug) return refused('not_there')
    if (!isDiscussed(idea)) return refused('discussion_closed')
    const parent = parentId ? await findAnswerable(db, ideaId, parentId) : null
    if (parentId && !parent) return refused('parent_gone')
    const refusal = await refusalFor(db, writing, spoken, idea)
    if (refusal) return refused(refusal)

    const said =
      spoken.voice === 'city' ? { voice: spoken.voice, cityRole: cityRoleOf(spoken.person, idea) } : spoken
    const side = parent ? { parentId, parentDepth: 1, depth: 2 } : {}
    const [row] = await db
      .insert(comments)
      .values({ ideaId, ...side, ...said, body, locale, authorId: personId, at: now, editableUntil })
      .returning({ id: comments.id })
    const path = `/idees/${idea.slug}/commentaires/${parentId ?? row!.id}#c-${row!.id}`
    const comment = { id: row!.id, path, answers: parent?.authorId ?? null }
    await tellOf(db, writing, spoken, comment)
    await changed(db, `idea:${ideaId}`)
    return done({ id: comment.id, slug: idea.slug })
  })
}

const editableUntil = sql`now() + make_interval(mins => ${limits.editMinutes}::int)`

/** What a person writes is written in turn, so that no limit is passed by sending twice. */
export async function oneAtATime(db: Db, personId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`comment:${personId}`}, 0))`)
}

async function findAnswerable(db: Db, ideaId: string, parentId: string) {
  const isAnswerable = and(eq(comments.ideaId, ideaId), eq(comments.depth, 1), eq(comments.state, 'visible'))
  const [parent] = await db
    .select({ authorId: comments.authorId })
    .from(comments)
    .where(and(eq(comments.id, parentId), isAnswerable))
    .for('key share')
  return parent ?? null
}

async function refusalFor(
  db: Db,
  { ideaId, body, personId }: Writing,
  spoken: Spoken,
  idea: Whereabouts & { authorId: string | null },
): Promise<CommentRefusal | null> {
  const { voice } = spoken
  if (voice === 'city' && !cityRoleOf(spoken.person, idea)) return 'not_city'
  if (voice === 'city') return countMentions(body) > limits.mentions ? 'too_many_mentions' : null
  const refusal = textRefusal({ body, accountIsNew: await isNew(db, personId) })
  if (refusal) return refusal
  if (voice === 'citizen') return (await spokenLately(db, personId)) >= limits.perHour ? 'too_often' : null
  if (idea.authorId !== personId && !(await carries(db, ideaId, personId))) return 'not_author'
  if (await hasHiddenNews(db, personId)) return 'updates_suspended'
  return (await toldLately(db, ideaId)) ? 'update_too_soon' : null
}

async function carries(db: Db, ideaId: string, personId: string): Promise<boolean> {
  return (await db.$count(carriers, and(eq(carriers.ideaId, ideaId), eq(carriers.personId, personId)))) > 0
}

export async function isNew(db: Db, personId: string): Promise<boolean> {
  const [person] = await db
    .select({
      isNew: sql<boolean>`${people.joinedAt} > now() - make_interval(hours => ${limits.linksAfterHours}::int)`,
    })
    .from(people)
    .where(eq(people.id, personId))
  return person?.isNew ?? true
}

/** Counted from what is never erased: taking a comment away does not give the right to another. */
function spokenLately(db: Db, personId: string): Promise<number> {
  const inAnHour = sql`${journal.at} > now() - interval '1 hour'`
  return db.$count(journal, and(eq(journal.kind, 'commented'), eq(journal.byId, personId), inAnHour))
}

async function toldLately(db: Db, ideaId: string): Promise<boolean> {
  const lately = sql`${comments.at} > now() - make_interval(days => ${limits.daysBetweenUpdates}::int)`
  const told = and(eq(comments.ideaId, ideaId), eq(comments.voice, 'update'), lately)
  return (await db.$count(comments, told)) > 0
}

/** Whoever had news of theirs hidden tells no more, until it is given back on appeal. */
async function hasHiddenNews(db: Db, personId: string): Promise<boolean> {
  const hidden = and(eq(comments.voice, 'update'), eq(comments.state, 'hidden'))
  return (await db.$count(comments, and(eq(comments.authorId, personId), hidden))) > 0
}

/** Whoever is answered or called by name is told, once; news goes to all who follow. */
async function tellOf(
  db: Db,
  { ideaId, body, personId, now }: Writing,
  spoken: Spoken,
  comment: { id: string; path: string; answers: string | null },
): Promise<void> {
  const { voice } = spoken
  const byRole = voice === 'city' ? 'city' : 'author'
  const entry = { aboutId: ideaId, at: now, byId: personId, byRole, visibility: 'internal' } as const
  const detail = { commentId: comment.id, path: comment.path }
  if (voice === 'update')
    await announce(db, { ...entry, kind: 'author_update', visibility: 'public', detail })
  else await record(db, { ...entry, kind: voice === 'city' ? 'city_commented' : 'commented', detail })

  const answered = comment.answers && comment.answers !== personId ? [comment.answers] : []
  if (answered.length > 0)
    await announce(db, { ...entry, kind: 'comment_answered', detail: { ...detail, tell: answered } })
  const called = await calledIn(db, ideaId, body)
  const tell = called.filter((id) => id !== personId && !answered.includes(id))
  if (tell.length > 0) await announce(db, { ...entry, kind: 'comment_mentions', detail: { ...detail, tell } })
}

async function calledIn(db: Db, ideaId: string, body: string): Promise<string[]> {
  if (countMentions(body) === 0) return []
  const speaking = and(
    eq(comments.ideaId, ideaId),
    eq(comments.state, 'visible'),
    eq(comments.voice, 'citizen'),
  )
  const talking = await db
    .selectDistinct({ id: people.id, name: people.name })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(and(speaking, isNotNull(people.name)))
  const author = await db
    .select({ id: people.id, name: people.name })
    .from(ideas)
    .innerJoin(people, eq(people.id, ideas.authorId))
    .where(eq(ideas.id, ideaId))
  const named = [...author, ...talking].flatMap(({ id, name }) => (name ? [{ id, name }] : []))
  return mentionedIn(body, named)
}
