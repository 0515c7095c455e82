import 'server-only'
import { and, eq, lte } from 'drizzle-orm'
import { people, settingsDraftEdits, settingsDrafts, tenantVersions } from '../../../../drizzle/schema'
import { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { audit } from '../../audit/commands'
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
} from '../rules'

type Asked = { draftId: string; rowVersion: number; reason: string | null; by: Editor; now: Date }
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

async function publish(db: Db, { draft, head, tenant, reason, by, now }: Ready): Promise<PublishOutcome> {
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
async function holdDraft(
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

/** Fixes the day on which a draft is published by itself. What must be asked of a publication is asked now, and then again. */
export async function scheduleDraft(
  db: Db,
  { publishAt, ...asked }: Asked & { publishAt: Date },
): Promise<PublishOutcome | Outcome<undefined, DraftRefusal>> {
  if (publishAt <= asked.now) return refused('date_passed')
  const held = await holdDraft(db, asked)
  if (!held.ok) return held
  const { draft, head, tenant } = held.value
  if (needsSecondPerson(head.settings, tenant)) {
    if (draft.status !== 'proposed') return refused('second_person')
    if (await hasWorkedOn(db, draft, asked.by)) return refused('same_person')
  }
  const { by, reason, now } = asked
  await db
    .update(settingsDrafts)
    .set({ status: 'scheduled', publishAt, reason, reviewerId: by.id, changedAt: now, problem: null })
    .where(eq(settingsDrafts.id, draft.id))
  const after = publishAt.toISOString()
  const actor = { kind: 'admin', name: by.name ?? '' } as const
  await audit(db, { actor, action: 'settings_scheduled', subject: `draft:${draft.id}`, after, reason, now })
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

/** Publishes the drafts whose day has come. One that cannot be is left with the reason why, and tells it in the console. */
export async function publishDue(tenant: { id: string }, now: Date): Promise<void> {
  const due = and(eq(settingsDrafts.status, 'scheduled'), lte(settingsDrafts.publishAt, now))
  const waiting = await inTenant(tenant, (db) =>
    db.select().from(settingsDrafts).where(due).orderBy(settingsDrafts.publishAt),
  )
  for (const draft of waiting.filter(({ problem }) => problem === null))
    await inTenant(tenant, (db) => publishOnItsDay(db, draft, now))
}

async function publishOnItsDay(db: Db, draft: Draft, now: Date): Promise<void> {
  const { id: draftId, rowVersion, reason } = draft
  const held = await holdDraft(db, { draftId, rowVersion, reason })
  const by = await editorOf(db, draft.reviewerId)
  const outcome = held.ok ? await publish(db, { ...held.value, reason, by, now }) : held
  if (outcome.ok) return
  await db
    .update(settingsDrafts)
    .set({ problem: outcome.refusal, changedAt: now })
    .where(eq(settingsDrafts.id, draftId))
}

async function editorOf(db: Db, id: string | null): Promise<Editor> {
  const [person] = id ? await db.select({ name: people.name }).from(people).where(eq(people.id, id)) : []
  return { id: id ?? '', name: person?.name ?? null, grants: [] }
}

/** Whoever wrote in a draft, began it or proposed it does not also approve it. */
async function hasWorkedOn(db: Db, draft: Draft, { id }: Editor): Promise<boolean> {
  if (draft.authorId === id || draft.proposedById === id) return true
  return (
    (await db.$count(
      settingsDraftEdits,
      and(eq(settingsDraftEdits.draftId, draft.id), eq(settingsDraftEdits.byId, id)),
    )) > 0
  )
}
