import 'server-only'
import { and, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import { tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { grantsInForce } from '../../people/roles/queries'
import { actsAs } from '../../people/rules'
import { writeDecision } from '../decisions/commands'
import type { Left } from '../queue/input'
import { type DeskRefusal, isHeldByOther, lockMinutes, type TaskKind } from '../rules'
import { findSubject, isOwn } from '../subjects/commands'
import type { Subject } from '../subjects/rules'
import { earlierReaders } from '../tasks/queries'

const isLocked = sql<boolean>`coalesce(${tasks.lockUntil} > now(), false)`

type City = { id: string }
export type AtDesk = { taskId: string; byId: string; now: Date }
export type Task = typeof tasks.$inferSelect & { isLocked: boolean }
export type Opened = { task: Task; subject: Subject }

/**
 * A task and what it is about, held still for this reader: the thing first, then the task, as a change of the thing
 * itself takes them. Refused when it is theirs, elsewhere than they may act, decided, another
 * reader's to decide, or in another's hands.
 */
export async function openTask(
  db: Db,
  { taskId, byId }: AtDesk,
  kinds: readonly TaskKind[],
): Promise<Outcome<Opened, DeskRefusal>> {
  const [asked] = await db.select().from(tasks).where(eq(tasks.id, taskId))
  if (!asked) return refused('not_there')
  const subject = await findSubject(db, asked.subjectKind, asked.subjectId, { lock: true })
  if (!subject || subject.standing === 'gone') return refused('gone_meanwhile')
  const task = await holdTask(db, taskId)
  if (!kinds.includes(task.kind)) return refused('not_this_task')
  const refusal = await readerRefusal(db, { task, subject, byId })
  return refusal ? refused(refusal) : done({ task, subject })
}

async function holdTask(db: Db, taskId: string): Promise<Task> {
  const [row] = await db
    .select({ task: tasks, isLocked })
    .from(tasks)
    .where(eq(tasks.id, taskId))
    .for('update')
  return { ...row!.task, isLocked: row!.isLocked }
}

async function readerRefusal(
  db: Db,
  { task, subject, byId }: Opened & { byId: string },
): Promise<DeskRefusal | null> {
  if (subject.authorId === byId || task.authorId === byId) return 'own_item'
  if (await isOwn(db, subject, byId)) return 'own_item'
  const reader = { grants: await grantsInForce(db, byId) }
  if (!actsAs(reader, 'moderator', subject)) return 'outside_scope'
  if (task.closedAt) return 'already_decided'
  if ((await earlierReaders(db, task)).includes(byId)) return 'same_reader'
  return isHeldByOther(task, byId) ? 'locked_by_other' : null
}

/** For who decides about an idea they have locked already: the open task of this kind, and why they may not. */
export async function taskFor(
  db: Db,
  { subjectId, kind, byId }: { subjectId: string; kind: TaskKind; byId: string },
): Promise<{ task: Task | null; refusal: DeskRefusal | null }> {
  const [open] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), eq(tasks.kind, kind), isNull(tasks.closedAt)))
  if (!open) return { task: null, refusal: null }
  const task = await holdTask(db, open.id)
  const reader = { grants: await grantsInForce(db, byId) }
  const refusal = !actsAs(reader, 'moderator', task)
    ? 'outside_scope'
    : isHeldByOther(task, byId)
      ? 'locked_by_other'
      : null
  return { task, refusal }
}

/** Takes a task in hand for twenty minutes. Somebody else's hands are only opened on purpose, and that is written down. */
export function claimTask(
  tenant: City,
  { takeOver, ...act }: AtDesk & { takeOver: boolean },
): Promise<Outcome<undefined, DeskRefusal>> {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, everyKind)
    if (opened.ok) {
      await lock(db, act.taskId, act.byId)
      return done(undefined)
    }
    if (opened.refusal !== 'locked_by_other' || !takeOver) return opened
    const task = await holdTask(db, act.taskId)
    const about = await findSubject(db, task.subjectKind, task.subjectId)
    const taken = { act: 'take_over', source: sourceOf(task.kind), taskId: task.id } as const
    await writeDecision(db, tenant, { about: about!, ...taken, byId: act.byId, now: act.now })
    await lock(db, act.taskId, act.byId)
    return done(undefined)
  })
}

export const everyKind = ['submission', 'report', 'own_initiative', 'second_look', 'appeal'] as const

export function sourceOf(kind: TaskKind) {
  return kind === 'second_look' ? ('own_initiative' as const) : kind
}

async function lock(db: Db, taskId: string, byId: string): Promise<void> {
  const lockUntil = sql`now() + make_interval(mins => ${lockMinutes})`
  await db
    .update(tasks)
    .set({ lockedById: byId, lockedAt: sql`now()`, lockUntil })
    .where(eq(tasks.id, taskId))
}

const free = { lockedById: null, lockedAt: null, lockUntil: null }

/** Puts back what one holds: one task, or several. */
export function releaseTasks(tenant: City, { taskIds, byId }: { taskIds: string[]; byId: string }) {
  return inTenant(tenant, async (db) => {
    await db
      .update(tasks)
      .set(free)
      .where(and(inArray(tasks.id, taskIds), eq(tasks.lockedById, byId)))
    return done(undefined)
  })
}

/** Several at once, those that are nobody's and that this reader may treat; the others stay as they are, and why is said. */
export function claimTasks(tenant: City, { taskIds, byId }: { taskIds: string[]; byId: string }) {
  return inTenant(tenant, async (db): Promise<Outcome<{ count: number; left: Left }, never>> => {
    const asked = [...new Set(taskIds)].sort()
    const found = await db
      .select({ ...getTableColumns(tasks), isLocked })
      .from(tasks)
      .where(inArray(tasks.id, asked))
      .orderBy(tasks.id)
      .for('update')
    const left: Left = found.length < asked.length ? { not_there: asked.length - found.length } : {}
    let count = 0
    for (const task of found) {
      const subject = await findSubject(db, task.subjectKind, task.subjectId)
      const refusal = subject ? await readerRefusal(db, { task, subject, byId }) : 'gone_meanwhile'
      if (refusal) left[refusal] = (left[refusal] ?? 0) + 1
      else await lock(db, task.id, byId)
      count += refusal ? 0 : 1
    }
    return done({ count, left })
  })
}
