import 'server-only'
import { and, eq } from 'drizzle-orm'
import { settingsDraftEdits, settingsDrafts, tenantVersions } from '../../../../drizzle/schema'
import { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { publishFromCity } from '../../versions/commands'
import type { Problem } from '../../versions/rules'
import type { Editor } from '../commands'
import { type Draft, type Head, problemsOf, readHead } from '../queries'
import {
  changedSettings,
  changesRules,
  type Conflict,
  type DraftRefusal,
  keptByOperator,
  needsSecondPerson,
  rebased,
  withValue,
} from '../rules'

export type Asked = { draftId: string; rowVersion: number; reason: string | null; by: Editor; now: Date }
export type PublishOutcome =
  | Outcome<{ version: number; newRules: boolean }, DraftRefusal>
  | { ok: false; refusal: 'cannot_publish'; problems: Problem[] }
  | { ok: false; refusal: 'both_changed'; conflicts: Conflict[] }

/** Makes a draft the settings in force. Everything is asked again with the rows held; a failure changes nothing. */
export async function publishDraft(db: Db, asked: Asked): Promise<PublishOutcome> {
  const held = await holdDraft(db, asked)
  if (!held.ok) return held
  const { draft, head, tenant } = held.value
  if (needsSecondPerson(head.settings, tenant)) {
    if (draft.status !== 'proposed') return refused('second_person')
    if (await hasWorkedOn(db, draft, asked.by)) return refused('same_person')
  }
  return publish(db, { draft, head, tenant, ...asked })
}

type Ready = { draft: Draft; head: Head; tenant: Tenant; reason: string | null; by: Editor; now: Date }

export async function publish(
  db: Db,
  { draft, head, tenant, reason, by, now }: Ready,
): Promise<PublishOutcome> {
  const published = await publishFromCity(db, {
    tenant,
    base: head.version,
    author: `person:${by.id}`,
    actorName: by.name ?? '',
    note: draft.note,
    reason: reason ?? '',
    now,
  })
  if (!published.ok)
    return refused(published.refusal === 'nothing_new' ? 'nothing_new' : 'published_meanwhile')
  const reviewerId = draft.status === 'proposed' ? by.id : draft.reviewerId
  const { version: publishedVersion } = published.value
  await db
    .update(settingsDrafts)
    .set({ status: 'published', publishedVersion, reviewerId, reason, changedAt: now, problem: null })
    .where(eq(settingsDrafts.id, draft.id))
  return published
}

type Held = { draft: Draft; head: Head; tenant: Tenant }

/** The draft as it would be published now: what others published since is in it, and nothing contradicts itself. */
export async function holdDraft(
  db: Db,
  { draftId, rowVersion, reason }: Pick<Asked, 'draftId' | 'rowVersion' | 'reason'>,
): Promise<Outcome<Held, DraftRefusal> | Exclude<PublishOutcome, { ok: true }>> {
  const [draft] = await db.select().from(settingsDrafts).where(eq(settingsDrafts.id, draftId)).for('update')
  if (!draft) return refused('draft_gone')
  if (draft.status === 'published' || draft.status === 'discarded') return refused('draft_closed')
  if (draft.rowVersion !== rowVersion) return refused('published_meanwhile')
  const head = await readHead(db)
  const { settings, conflicts } = await onHead(db, draft, head)
  if (conflicts.length > 0) return { ok: false, refusal: 'both_changed', conflicts }
  const tenant = Tenant.parse(settings)
  if (changedSettings(head.settings, tenant).length === 0) return refused('nothing_new')
  if (changesRules(head.settings, tenant) && !reason) return refused('reason_needed')
  const problems = await problemsOf(db, head.settings, tenant)
  if (problems.length > 0) return { ok: false, refusal: 'cannot_publish', problems }
  return done({ draft, head, tenant })
}

/** A draft on what is in force now, with the settings that both changed. */
export async function onHead(db: Db, draft: Draft, head: Head) {
  const [base] = await db
    .select({ settings: tenantVersions.settings })
    .from(tenantVersions)
    .where(eq(tenantVersions.version, draft.baseVersion))
  const { settings, conflicts } = rebased(Tenant.parse(base?.settings), head.settings, draft.settings)
  return { settings: keptByOperator(head.settings, settings), conflicts }
}

/** Says which value stands where a draft and a later version disagree; from then on the draft is based on that version. */
export async function settleDraft(
  db: Db,
  { draftId, mine, now }: { draftId: string; mine: readonly string[]; now: Date },
): Promise<Outcome<undefined, DraftRefusal>> {
  const [draft] = await db.select().from(settingsDrafts).where(eq(settingsDrafts.id, draftId)).for('update')
  if (!draft) return refused('draft_gone')
  if (draft.status !== 'draft') return refused('draft_closed')
  const head = await readHead(db)
  const { settings, conflicts } = await onHead(db, draft, head)
  const theirs = conflicts.filter(({ key }) => !mine.includes(key))
  const settled = theirs.reduce<unknown>((made, one) => withValue(made, one.key, one.theirs), settings)
  const rowVersion = draft.rowVersion + 1
  await db
    .update(settingsDrafts)
    .set({ settings: settled, baseVersion: head.version, rowVersion, changedAt: now })
    .where(eq(settingsDrafts.id, draftId))
  return done(undefined)
}

/** Hands a draft to a second person: until they publish it or give it back, nobody writes in it. */
export async function proposeDraft(
  db: Db,
  asked: Asked,
): Promise<PublishOutcome | Outcome<undefined, DraftRefusal>> {
  const held = await holdDraft(db, asked)
  if (!held.ok) return held
  await db
    .update(settingsDrafts)
    .set({ status: 'proposed', proposedById: asked.by.id, reason: asked.reason, changedAt: asked.now })
    .where(eq(settingsDrafts.id, asked.draftId))
  return done(undefined)
}

/** A draft that was handed over, or waits for its day, is written in again. */
export async function takeBackDraft(
  db: Db,
  { draftId, now }: { draftId: string; now: Date },
): Promise<Outcome<undefined, DraftRefusal>> {
  const [draft] = await db.select().from(settingsDrafts).where(eq(settingsDrafts.id, draftId)).for('update')
  if (!draft) return refused('draft_gone')
  if (draft.status !== 'proposed' && draft.status !== 'scheduled') return refused('draft_closed')
  const others = await db.$count(settingsDrafts, eq(settingsDrafts.status, 'draft'))
  if (draft.status === 'scheduled' && others > 0) return refused('draft_open')
  await db
    .update(settingsDrafts)
    .set({ status: 'draft', publishAt: null, problem: null, proposedById: null, changedAt: now })
    .where(eq(settingsDrafts.id, draftId))
  return done(undefined)
}

/** Whoever wrote in a draft, began it or proposed it does not also approve it. */
export async function hasWorkedOn(db: Db, draft: Draft, { id }: Editor): Promise<boolean> {
  if (draft.authorId === id || draft.proposedById === id) return true
  return (
    (await db.$count(
      settingsDraftEdits,
      and(eq(settingsDraftEdits.draftId, draft.id), eq(settingsDraftEdits.byId, id)),
    )) > 0
  )
}
