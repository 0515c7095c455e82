import 'server-only'
import { and, eq, lte } from 'drizzle-orm'
import { people, settingsDrafts } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { audit } from '../../audit/commands'
import type { Editor } from '../commands'
import { type Asked, hasWorkedOn, holdDraft, publish, type PublishOutcome } from '../publishing/commands'
import type { Draft } from '../queries'
import { type DraftRefusal, needsSecondPerson } from '../rules'

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
