import 'server-only'
import { tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { grantsInForce } from '../../people/roles/queries'
import { actsAs } from '../../people/rules'
import type { DeskRefusal, SubjectKind } from '../rules'
import { deskOf, isOwn } from '../subjects/commands'
import type { Subject } from '../subjects/rules'

type Added = {
  kind: 'second_look' | 'own_initiative' | 'appeal'
  dueAt: Date
  matter: Record<string, string | null> | null
  now: Date
}

/** One more thing for the desk; the one that is already open stays as it is. */
export async function addTask(db: Db, subject: Subject, { now, ...task }: Added): Promise<string | null> {
  const { kind: subjectKind, id: subjectId, title, authorId, districtCode, secondDistrictCode } = subject
  const place = { districtCode, secondDistrictCode, themeId: subject.themeId }
  const [added] = await db
    .insert(tasks)
    .values({ subjectKind, subjectId, title, authorId, ...place, ...task, openedAt: now })
    .onConflictDoNothing()
    .returning({ id: tasks.id })
  return added?.id ?? null
}

/** A moderator puts on the desk what nobody reported. */
export function takeUp(
  tenant: { id: string },
  { kind, address, byId, now }: { kind: SubjectKind; address: string; byId: string; now: Date },
): Promise<Outcome<{ taskId: string }, DeskRefusal>> {
  return inTenant(tenant, async (db) => {
    const desk = deskOf(kind)
    const id = await desk.locate(db, address)
    const subject = id ? await desk.find(db, id, true) : null
    if (!subject || !['visible', 'hidden'].includes(subject.standing)) return refused('not_there')
    if (subject.authorId === byId || (await isOwn(db, subject, byId))) return refused('own_item')
    if (!actsAs({ grants: await grantsInForce(db, byId) }, 'moderator', subject))
      return refused('outside_scope')
    const dueAt = new Date(now.getTime() + 5 * 86_400_000)
    const added = await addTask(db, subject, { kind: 'own_initiative', dueAt, matter: null, now })
    return done({ taskId: added ?? (await openTaskOf(db, subject.id)) })
  })
}

async function openTaskOf(db: Db, subjectId: string): Promise<string> {
  const open = await db.query.tasks.findFirst({
    where: (task, { and, eq, isNull }) =>
      and(eq(task.subjectId, subjectId), eq(task.kind, 'own_initiative'), isNull(task.closedAt)),
  })
  return open!.id
}
