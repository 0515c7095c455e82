import 'server-only'
import { eq } from 'drizzle-orm'
import { ideas, notes, obligations, studies } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { actsAs } from '../../people/rules'
import { changed } from '../../tenancy/freshness'
import { applyChange } from '../changes/commands'
import { mayChange } from '../changes/rules'
import { isOwed, meetDuty } from './duties/commands'
import { type Criteria, type ExaminationRefusal, type Examiner, treatingRefusal } from './rules'

type City = { id: string; departments: readonly { id: string }[] }
export type Act = { ideaId: string; by: Examiner; now: Date }
export type Result = Promise<Outcome<undefined, ExaminationRefusal>>
export type File = NonNullable<Awaited<ReturnType<typeof lockFile>>>

/** The idea and its file, locked, if this person may treat it in this role; or why not. */
export async function takeFile(
  db: Db,
  { ideaId, by }: Pick<Act, 'ideaId' | 'by'>,
  role: 'instructor' | 'signatory' | 'admin',
): Promise<Outcome<File, ExaminationRefusal>> {
  const file = await lockFile(db, ideaId)
  if (!file) return refused('not_there')
  const refusal = treatingRefusal({ ...file.idea, departmentId: file.study?.departmentId ?? null }, by, role)
  return refusal ? refused(refusal) : done(file)
}

async function lockFile(db: Db, ideaId: string) {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
  if (!idea) return null
  const [study] = await db.select().from(studies).where(eq(studies.ideaId, ideaId))
  return { idea, study: study ?? null }
}

/** A first word from the city: the request has arrived. */
export function acknowledge(tenant: City, { ideaId, by, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, { ideaId, by }, 'instructor')
    if (!file.ok) return file
    if ((await db.$count(obligations, isOwed(ideaId, 'acknowledge'))) === 0) return refused('nothing_owed')
    await meetDuty(db, ideaId, 'acknowledge', now)
    const about = { aboutId: ideaId, at: now, byId: by.id, byRole: 'instructor' } as const
    await record(db, { kind: 'acknowledged', ...about, visibility: 'public' })
    await tellReaders(db, ideaId)
    return done(undefined)
  })
}

/** Someone takes the file, in the name of a department: the public learns which. Taken again, it changes hands. */
export function takeCharge(
  tenant: City,
  { departmentId, ...act }: Act & { departmentId: string | null },
): Result {
  const { ideaId, by, now } = act
  if (!isKnown(tenant, departmentId)) return Promise.resolve(refused('unknown_department'))
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'instructor')
    if (!file.ok) return file
    const { idea, study } = file.value
    const inCharge = study?.departmentId ?? departmentId
    if (!actsAs(by, 'instructor', { ...idea, departmentId: inCharge })) return refused('out_of_scope')
    const starts = mayChange(idea, 'examine')
    if (!starts && !['admissibility', 'study'].includes(idea.examination)) return refused('not_now')
    const kept = { departmentId, instructorId: by.id, changedAt: now }
    await db
      .insert(studies)
      .values({ ideaId, ...kept, openedAt: now, criteria: {} })
      .onConflictDoUpdate({ target: [studies.tenantId, studies.ideaId], set: kept })
    await db.update(obligations).set({ departmentId }).where(isOwed(ideaId))
    const made = { byId: by.id, byRole: 'instructor', now, detail: { departmentId } } as const
    if (starts) await applyChange(db, idea, 'examine', made)
    else await record(db, { kind: 'file_moved', aboutId: ideaId, at: now, visibility: 'public', ...made })
    await meetDuty(db, ideaId, 'acknowledge', now)
    await meetDuty(db, ideaId, 'name_instructor', now)
    await tellReaders(db, ideaId)
    return done(undefined)
  })
}

/** The request is the city's to study: the study begins. */
export function admit(tenant: City, act: Act & { text: string }): Result {
  const { ideaId, by, now, text } = act
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'instructor')
    if (!file.ok) return file
    if (!mayChange(file.value.idea, 'study')) return refused('not_now')
    await applyChange(db, file.value.idea, 'study', {
      byId: by.id,
      byRole: 'instructor',
      now,
      detail: { text },
    })
    await meetDuty(db, ideaId, 'admissibility', now)
    return done(undefined)
  })
}

export type StudyText = {
  criteria: Criteria
  costLowCents: number | null
  costHighCents: number | null
  runningCostCents: number | null
  calendar: string | null
  legalNote: string | null
}

/** What the examination has found so far. It is shown with the opinion; until then it is the file's. */
export function keepStudy(tenant: City, { study, ...act }: Act & { study: StudyText }): Result {
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'instructor')
    if (!file.ok) return file
    if (!file.value.study || !isUnderStudy(file.value)) return refused('not_now')
    await db
      .update(studies)
      .set({ ...study, changedAt: act.now })
      .where(eq(studies.ideaId, act.ideaId))
    return done(undefined)
  })
}

export function isUnderStudy({ idea }: File): boolean {
  return idea.examination === 'admissibility' || idea.examination === 'study'
}

/** A word between the people of the city about a file. */
export function addNote(tenant: City, { body, ...act }: Act & { body: string }): Result {
  return inTenant(tenant, async (db) => {
    const asInstructor = await takeFile(db, act, 'instructor')
    const file = asInstructor.ok ? asInstructor : await takeFile(db, act, 'signatory')
    if (!file.ok) return file
    await db.insert(notes).values({ ideaId: act.ideaId, body, at: act.now, byId: act.by.id })
    return done(undefined)
  })
}

/** The city is let off something it owes: for a reason that everyone reads. */
export function waiveDuty(
  tenant: City,
  { obligationId, reason, ...act }: Act & { obligationId: string; reason: string },
): Result {
  const { ideaId, by, now } = act
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'admin')
    if (!file.ok) return file
    const waived = await db
      .update(obligations)
      .set({ waivedAt: now, waivedById: by.id, waivedReason: reason })
      .where(isOwed(ideaId, undefined, obligationId))
      .returning({ kind: obligations.kind })
    if (waived.length === 0) return refused('nothing_owed')
    const about = { aboutId: ideaId, at: now, byId: by.id, byRole: 'admin' } as const
    const detail = { duty: waived[0]!.kind, text: reason }
    await record(db, { kind: 'duty_waived', ...about, visibility: 'public', detail })
    await tellReaders(db, ideaId)
    return done(undefined)
  })
}

function isKnown({ departments }: City, id: string | null): boolean {
  return id === null ? departments.length === 0 : departments.some((department) => department.id === id)
}

export async function tellReaders(db: Db, ideaId: string): Promise<void> {
  await changed(db, `idea:${ideaId}`)
  await changed(db, 'ideas')
}
