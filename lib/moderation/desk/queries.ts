import 'server-only'
import { and, asc, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { appeals, changeRequests, decisions, ideas, people, tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { type Acting, actsAs } from '../../people/rules'
import { within } from '../queue/queries'
import { reportsOf } from '../reports/queries'
import { findSubject, isOwn } from '../subjects/commands'
import type { Subject } from '../subjects/rules'
import { earlierReaders } from '../tasks/queries'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const holders = alias(people, 'holders')
const seconds = alias(people, 'seconds')

type City = { id: string }
type Asked = { id: string; reader: Acting & { id: string } }

/** A task with all its reader needs beside the text; null when there is none, or not for this reader. */
export function findTask(tenant: City, { id, reader }: Asked) {
  if (!uuid.test(id)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        task: tasks,
        isLate: sql<boolean>`${tasks.dueAt} < now()`,
        isLocked: sql<boolean>`coalesce(${tasks.lockUntil} > now(), false)`,
        holder: holders.name,
        author: people.name,
        authorSince: people.joinedAt,
      })
      .from(tasks)
      .leftJoin(holders, eq(holders.id, tasks.lockedById))
      .leftJoin(people, eq(people.id, tasks.authorId))
      .where(eq(tasks.id, id))
    if (!found || !actsAs(reader, 'moderator', found.task)) return null
    const { task } = found
    const subject = await findSubject(db, task.subjectKind, task.subjectId)
    const beside = {
      isOwn: task.authorId === reader.id || (subject !== null && (await isOwn(db, subject, reader.id))),
      reports: await reportsOf(db, task.id),
      decisions: await decisionsAbout(db, task.subjectId),
      rounds: await roundsOf(db, task.subjectId),
      appeal: task.matter?.appealId ? await appealIn(db, task.matter.appealId) : null,
      earlier: await earlierReaders(db, task),
      alike: subject ? await alikeTo(db, subject) : [],
      byAuthor: task.authorId ? await othersBy(db, task.authorId, task.subjectId) : [],
      nextId: await nextAfter(db, reader, task.id),
    }
    return { ...found, subject, ...beside }
  })
}
export type ReadTask = NonNullable<Awaited<ReturnType<typeof findTask>>>

/** The newest task about a thing: where an address that names the thing leads. */
export function findTaskAbout(tenant: City, subjectId: string): Promise<string | null> {
  if (!uuid.test(subjectId)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [task] = await db
      .select({ id: tasks.id })
      .from(tasks)
      .where(eq(tasks.subjectId, subjectId))
      .orderBy(sql`${tasks.closedAt} is null desc`, desc(tasks.openedAt))
      .limit(1)
    return task?.id ?? null
  })
}

/** Everything decided about it so far, and by whom: for the desk alone. */
function decisionsAbout(db: Db, subjectId: string) {
  return db
    .select({
      id: decisions.id,
      act: decisions.act,
      code: decisions.code,
      text: decisions.text,
      at: decisions.at,
      by: people.name,
      second: seconds.name,
      isAutomated: decisions.isAutomated,
    })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.byId))
    .leftJoin(seconds, eq(seconds.id, decisions.secondById))
    .where(eq(decisions.subjectId, subjectId))
    .orderBy(desc(decisions.at), desc(decisions.id))
    .limit(50)
}

function roundsOf(db: Db, subjectId: string) {
  const { round, text, askedAt, dueAt, answeredAt } = changeRequests
  return db
    .select({ round, text, askedAt, dueAt, answeredAt })
    .from(changeRequests)
    .where(eq(changeRequests.subjectId, subjectId))
    .orderBy(asc(round))
}

async function appealIn(db: Db, id: string) {
  const [appeal] = await db
    .select({ text: appeals.text, at: appeals.at, dueAt: appeals.dueAt })
    .from(appeals)
    .where(eq(appeals.id, id))
  return appeal ?? null
}

/**
 * What says something like it, refused and hidden included: with what became of it. What can be read is found by its
 * words, as for a reader; the rest, which no index of words holds, by its title.
 */
function alikeTo(db: Db, { id, title, locale }: Subject) {
  const alike = sql<number>`greatest(near.rank, similarity(${ideas.title}, ${title}))`
  return db
    .select({ ...listedIdea, alike })
    .from(
      sql`(
        select idea_id as id, rank from app.similar_ideas(${title}, array[${locale}], 12)
        union all
        select id, 0 from ${ideas} where publication in ('refused', 'hidden') and similarity(title, ${title}) > 0.25
      ) near`,
    )
    .innerJoin(ideas, sql`${ideas.id} = near.id`)
    .where(ne(ideas.id, id))
    .orderBy(desc(alike), asc(ideas.id))
    .limit(6)
}

function othersBy(db: Db, authorId: string, subjectId: string) {
  return db
    .select(listedIdea)
    .from(ideas)
    .where(and(eq(ideas.authorId, authorId), ne(ideas.id, subjectId), ne(ideas.publication, 'draft')))
    .orderBy(desc(ideas.submittedAt))
    .limit(6)
}

const listedIdea = {
  id: ideas.id,
  slug: ideas.slug,
  title: ideas.title,
  publication: ideas.publication,
  refusalCode: ideas.refusalCode,
  submittedAt: ideas.submittedAt,
  supportCount: ideas.supportCount,
}

/** The oldest duty that is nobody's: what to read when this one is done. */
async function nextAfter(db: Db, reader: Asked['reader'], id: string): Promise<string | null> {
  const isFree = or(
    isNull(tasks.lockUntil),
    sql`${tasks.lockUntil} <= now()`,
    eq(tasks.lockedById, reader.id),
  )
  const notOwn = or(isNull(tasks.authorId), ne(tasks.authorId, reader.id))
  const [next] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        isNull(tasks.closedAt),
        eq(tasks.state, 'waiting'),
        ne(tasks.id, id),
        isFree,
        notOwn,
        within(reader),
      ),
    )
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(1)
  return next?.id ?? null
}

/** What was decided last in the city, for the desk. */
export function listLastDecisions(tenant: City) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: decisions.id,
        act: decisions.act,
        at: decisions.at,
        taskId: decisions.taskId,
        title: tasks.title,
        by: people.name,
      })
      .from(decisions)
      .innerJoin(tasks, eq(tasks.id, decisions.taskId))
      .leftJoin(people, eq(people.id, decisions.byId))
      .where(gt(decisions.at, sql`now() - interval '30 days'`))
      .orderBy(desc(decisions.at), desc(decisions.id))
      .limit(10),
  )
}
