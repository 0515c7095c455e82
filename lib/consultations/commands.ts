import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { consultationDocuments, consultations } from '../../drizzle/schema'
import { type Db, inTenant } from '../db'
import { slugOf } from '../ideas/moderation/rules'
import { done, type Outcome, refused } from '../outcome'
import { type Acting, actsAs } from '../people/rules'
import { note } from './history/commands'
import { hasMoved } from './history/rules'
import type { ConsultationFields } from './input'
import {
  changeRefusal,
  type ConsultationRefusal,
  dayIn,
  daysRefusal,
  missingIn,
  reportDueAfter,
  statusOf,
} from './rules'

type City = { id: string; timeZone: string }
type Row = typeof consultations.$inferSelect
export type Act = { id: string; person: Acting & { id: string }; now: Date }
type Result<Value = undefined> = Promise<Outcome<Value, ConsultationRefusal>>

/** Keeps what was written: a new draft, a draft as it now is, or a published one within what may still change. */
export function saveConsultation(
  tenant: City,
  {
    id,
    fields: { reason, ...fields },
    person,
    locale,
    now,
  }: Omit<Act, 'id'> & {
    id: string | null
    fields: Omit<ConsultationFields, 'id'>
    locale: string
  },
): Result<{ id: string }> {
  return inTenant(tenant, async (db) => {
    if (!actsAs(person, 'area_admin', fields)) return refused('not_your_district')
    const refusal = daysRefusal(fields.type, fields)
    if (refusal) return refused(refusal)
    if (!id) {
      const own = { createdById: person.id, createdAt: now, changedAt: now }
      const draft = { ...fields, ...own, locale, slug: await freeSlug(db, fields.title) }
      const [made] = await db.insert(consultations).values(draft).returning({ id: consultations.id })
      return done(made!)
    }
    const before = await lock(db, id)
    if (!before) return refused('not_there')
    if (!actsAs(person, 'area_admin', before)) return refused('not_your_district')
    const reportDueOn = fields.reportDueOn ?? dueOf(before.publishedAt, fields.closesOn)
    const wanted = { ...fields, reportDueOn }
    const today = dayIn(tenant.timeZone, now)
    const late = before.publishedAt && publicRefusal(before, { ...wanted, reason }, today)
    if (late) return refused(late)
    const moves = before.publishedAt !== null && hasMoved(before, wanted)
    const after = { ...wanted, sequence: before.sequence + (moves ? 1 : 0), changedAt: now }
    await db.update(consultations).set(after).where(eq(consultations.id, id))
    if (before.publishedAt)
      await noteChange(db, { before, after: { ...before, ...after }, reason }, person, now)
    return done({ id })
  })
}

type Written = Omit<ConsultationFields, 'id'>

/** Why something that people were told of cannot be changed to this. */
function publicRefusal(before: Row, after: Written, today: string): ConsultationRefusal | null {
  if (before.cancelledOn) return 'cancelled'
  if (missingIn(after).length > 0) return 'incomplete'
  const refusal = changeRefusal(before, after, today)
  return refusal ?? (hasMoved(before, after) && !after.reason ? 'reason_needed' : null)
}

type Change = { before: Row; after: Row; reason: string | null }

async function noteChange(
  db: Db,
  { before, after, reason }: Change,
  { id: byId }: { id: string },
  now: Date,
) {
  const { opensOn, closesOn, hour, place, reportDueOn } = before
  if (hasMoved(before, after)) {
    const detail = { text: reason, before: { opensOn, closesOn, hour, place, reportDueOn } }
    await note(db, 'consultation_moved', after, { byId, now, detail })
  } else await note(db, 'consultation_changed', after, { byId, now })
}

const dueOf = (publishedAt: Date | null, closesOn: string | null) =>
  publishedAt && closesOn ? reportDueAfter(closesOn) : null

/** Everyone may read it from now on, once all that people have a right to know beforehand is said. */
export function publishConsultation(tenant: City, act: Act): Result {
  return withLocked(tenant, act, async (db, row) => {
    if (row.publishedAt) return 'already_published'
    if (missingIn(row).length > 0) return 'incomplete'
    const reportDueOn = row.reportDueOn ?? reportDueAfter(row.closesOn!)
    await set(db, act, { publishedAt: act.now, reportDueOn })
    await note(db, 'consultation_published', { ...row, reportDueOn }, told(act))
    return null
  })
}

/** What came of it, even when nobody took part. */
export function reportOn(
  tenant: City,
  { text, participantCount, ...act }: Act & { text: string; participantCount: number },
): Result {
  const today = dayIn(tenant.timeZone, act.now)
  return withLocked(tenant, act, async (db, row) => {
    if (row.cancelledOn) return 'cancelled'
    if (!row.publishedAt || ['announced', 'open'].includes(statusOf(row, today))) return 'not_closed'
    await set(db, act, { report: text, participantCount, reportedOn: row.reportedOn ?? today })
    await note(db, row.reportedOn ? 'consultation_changed' : 'consultation_reported', row, told(act))
    return null
  })
}

/** What was decided after it; the report comes first. */
export function decideOn(tenant: City, { text, ...act }: Act & { text: string }): Result {
  return withLocked(tenant, act, async (db, row) => {
    if (!row.reportedOn) return 'no_report_yet'
    const decidedOn = row.decidedOn ?? dayIn(tenant.timeZone, act.now)
    await set(db, act, { decision: text, decidedOn })
    await note(db, row.decidedOn ? 'consultation_changed' : 'consultation_decided', row, told(act))
    return null
  })
}

/** What was done of what was decided. */
export function followUpOn(tenant: City, { text, ...act }: Act & { text: string }): Result {
  return withLocked(tenant, act, async (db, row) => {
    if (!row.decidedOn) return 'no_decision_yet'
    const followedUpOn = row.followedUpOn ?? dayIn(tenant.timeZone, act.now)
    await set(db, act, { followUp: text, followedUpOn })
    await note(db, row.followedUpOn ? 'consultation_changed' : 'consultation_followed_up', row, told(act))
    return null
  })
}

/** A draft that nobody was told of is gone, with its files. */
export async function discardConsultation(tenant: City, act: Act): Result<string[]> {
  return inTenant(tenant, async (db) => {
    const row = await lock(db, act.id)
    if (!row || row.publishedAt) return refused('not_there')
    if (!actsAs(act.person, 'area_admin', row)) return refused('not_your_district')
    const documents = await db
      .delete(consultationDocuments)
      .where(eq(consultationDocuments.consultationId, act.id))
      .returning({ file: consultationDocuments.file })
    await db.delete(consultations).where(and(eq(consultations.id, act.id), isNull(consultations.publishedAt)))
    return done(documents.flatMap(({ file }) => file ?? []))
  })
}

const told = ({ person, now }: Act) => ({ byId: person.id, now })

/** Where it is and whether this person looks after it are asked of the row, once nobody else can change it. */
export function withLocked(
  tenant: City,
  act: Act,
  work: (db: Db, row: Row) => Promise<ConsultationRefusal | null>,
): Result {
  return inTenant(tenant, async (db) => {
    const row = await lock(db, act.id)
    if (!row) return refused('not_there')
    if (!actsAs(act.person, 'area_admin', row)) return refused('not_your_district')
    const refusal = await work(db, row)
    return refusal ? refused(refusal) : done(undefined)
  })
}

async function lock(db: Db, id: string): Promise<Row | null> {
  const [row] = await db.select().from(consultations).where(eq(consultations.id, id)).for('update')
  return row ?? null
}

async function set(db: Db, { id, now }: Act, values: Partial<Row>): Promise<void> {
  await db
    .update(consultations)
    .set({ ...values, changedAt: now })
    .where(eq(consultations.id, id))
}

async function freeSlug(db: Db, title: string): Promise<string> {
  const readable = slugOf(title) || 'consultation'
  const taken = await db.$count(consultations, eq(consultations.slug, readable))
  return taken === 0 ? readable : `${readable}-${randomBytes(3).toString('hex')}`
}
