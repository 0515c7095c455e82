import 'server-only'
import { eq } from 'drizzle-orm'
import { settingsDraftEdits, settingsDrafts } from '../../../drizzle/schema'
import { settingAt } from '../../../tenants/settings'
import { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { type Acting, actsAs } from '../../people/rules'
import { isSame, type Problem } from '../versions/rules'
import { type Draft, editsSince, problemsOf, readHead, readOpenDraft } from './queries'
import { type Conflict, keptByOperator, valueOf, withValue } from './rules'

/** Who changes settings. The name is kept in the city's audit. */
export type Editor = Acting & { id: string; name: string | null }
export type Patch = Readonly<Record<string, unknown>>

/** The draft being written; begun from what is in force when there is none. */
export async function openDraft(db: Db, { by, now }: { by: Editor; now: Date }): Promise<Draft> {
  const draft = await readOpenDraft(db)
  if (draft) return draft
  const { version, settings } = await readHead(db)
  return beginDraft(db, { baseVersion: version, settings, by, now })
}

export async function beginDraft(
  db: Db,
  { by, now, ...begun }: { baseVersion: number; settings: unknown; note?: string; by: Editor; now: Date },
): Promise<Draft> {
  const row = { ...begun, authorId: by.id, createdAt: now, changedAt: now }
  const [made] = await db.insert(settingsDrafts).values(row).onConflictDoNothing().returning()
  return made ?? (await readOpenDraft(db))!
}

type Change = {
  draftId: string
  /** The one the form was shown with: what others changed since is not overwritten unseen. */
  rowVersion: number
  /** New values by key of the registry; null or undefined takes an optional setting away. */
  patch: Patch
  by: Editor
  now: Date
}
type Kept = { rowVersion: number; changed: string[] }
export type ChangeRefusal = 'draft_gone' | 'draft_closed' | 'not_yours_to_set'
export type ChangeOutcome =
  | Outcome<Kept, ChangeRefusal>
  | { ok: false; refusal: 'cannot_be_so'; problems: (Problem | Unreadable)[] }
  | { ok: false; refusal: 'edited_meanwhile'; conflicts: Conflict[]; rowVersion: number }
/** A value that is not of the shape its setting has: `at` is its whole path. */
type Unreadable = { at: string; code: 'unreadable' }

/**
 * Puts settings in a draft. All or nothing: a value that cannot be, or one that somebody else has changed meanwhile, and
 * nothing is kept. Texts still missing in a language keep a draft from being published, not from being written.
 */
export async function changeDraft(
  db: Db,
  { draftId, rowVersion, patch, by, now }: Change,
): Promise<ChangeOutcome> {
  const [draft] = await db.select().from(settingsDrafts).where(eq(settingsDrafts.id, draftId)).for('update')
  if (!draft) return refused('draft_gone')
  if (draft.status !== 'draft') return refused('draft_closed')
  const edits = await editsSince(db, draftId, rowVersion)
  const seen = (key: string) => {
    const edit = edits.find((one) => one.key === key)
    return edit ? edit.before : valueOf(draft.settings, key)
  }
  const mine = Object.keys(patch).filter((key) => !isSame(seen(key), patch[key]))
  const fresh = mine.filter((key) => !isSame(valueOf(draft.settings, key), patch[key]))
  if (fresh.some((key) => !maySet(by, key))) return refused('not_yours_to_set')
  const conflicts = fresh
    .filter((key) => edits.some((edit) => edit.key === key))
    .map((key) => ({ key, theirs: valueOf(draft.settings, key), mine: patch[key] }))
  if (conflicts.length > 0)
    return { ok: false, refusal: 'edited_meanwhile', conflicts, rowVersion: draft.rowVersion }
  if (fresh.length === 0) return done({ rowVersion: draft.rowVersion, changed: [] })
  return keep(db, { draft, fresh, patch, by, now })
}

type Keeping = { draft: Draft; fresh: string[]; patch: Patch; by: Editor; now: Date }

async function keep(db: Db, { draft, fresh, patch, by, now }: Keeping): Promise<ChangeOutcome> {
  const wanted = fresh.reduce<unknown>(
    (made, key) => withValue(made, key, patch[key] ?? undefined),
    draft.settings,
  )
  const read = Tenant.safeParse(wanted)
  if (!read.success) {
    const problems = read.error.issues.map(
      ({ path }) => ({ at: path.join('.'), code: 'unreadable' }) as const,
    )
    return { ok: false, refusal: 'cannot_be_so', problems }
  }
  const problems = await blockingProblems(db, read.data, fresh)
  if (problems.length > 0) return { ok: false, refusal: 'cannot_be_so', problems }

  const rowVersion = draft.rowVersion + 1
  await db
    .update(settingsDrafts)
    .set({ settings: read.data, rowVersion, changedAt: now })
    .where(eq(settingsDrafts.id, draft.id))
  const edits = fresh.map((key) => ({
    draftId: draft.id,
    rowVersion,
    key,
    before: valueOf(draft.settings, key) ?? null,
    after: valueOf(read.data, key) ?? null,
    byId: by.id,
    at: now,
  }))
  await db.insert(settingsDraftEdits).values(edits)
  return done({ rowVersion, changed: fresh })
}

/** Texts may be written later, colours weighed in the preview and providers tried; anything else is refused where it is written. */
const mayWait: readonly Problem['code'][] = [
  'nothing_said',
  'unreadable_colour',
  'nobody_comes_back',
  'never_tried',
]

async function blockingProblems(db: Db, after: Tenant, fresh: string[]): Promise<Problem[]> {
  const { settings } = await readHead(db)
  const problems = await problemsOf(db, settings, after)
  return problems.filter(
    ({ at, code }) => !mayWait.includes(code) && fresh.some((key) => key === at || at.startsWith(`${key}.`)),
  )
}

function maySet(by: Acting, key: string): boolean {
  const setting = settingAt(key)
  return setting !== undefined && setting.audience !== 'operator' && actsAs(by, setting.audience)
}

/** Gives a draft up. What it held stays readable in its edits. */
export async function discardDraft(
  db: Db,
  { draftId, now }: { draftId: string; now: Date },
): Promise<Outcome<undefined, 'draft_gone' | 'draft_closed'>> {
  const [draft] = await db.select().from(settingsDrafts).where(eq(settingsDrafts.id, draftId)).for('update')
  if (!draft) return refused('draft_gone')
  if (draft.status === 'published' || draft.status === 'discarded') return refused('draft_closed')
  await db
    .update(settingsDrafts)
    .set({ status: 'discarded', changedAt: now })
    .where(eq(settingsDrafts.id, draftId))
  return done(undefined)
}

/** An old version again, as a draft: it is read, compared and published like any other. */
export async function rollBack(
  db: Db,
  { settings, version, by, now }: { settings: unknown; version: number; by: Editor; now: Date },
): Promise<Outcome<Draft, 'draft_open' | 'nothing_new'>> {
  if (await readOpenDraft(db)) return refused('draft_open')
  const head = await readHead(db)
  const wanted = Tenant.parse(keptByOperator(head.settings, settings))
  if (isSame(wanted, head.settings)) return refused('nothing_new')
  return done(
    await beginDraft(db, {
      baseVersion: head.version,
      settings: wanted,
      note: `version:${version}`,
      by,
      now,
    }),
  )
}
