import 'server-only'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { tenantVersions } from '../../../../drizzle/schema'
import { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import type { FieldError } from '../../../form-state'
import { type Outcome, refused } from '../../../outcome'
import { audit } from '../../audit/commands'
import { changeDraft, discardDraft, type Editor, openDraft, type Patch, rollBack } from '../commands'
import { proposeDraft, publishDraft, settleDraft, takeBackDraft } from '../publishing/commands'
import { scheduleDraft } from '../scheduling/commands'

type City = { id: string; timeZone: string }
type Saving = { draftId: string | null; rowVersion: number; patch: Patch; by: Editor; now: Date }

/** A page of settings into the draft of the city; begun now if this is the first change. */
export function saveSettings(tenant: City, { draftId, rowVersion, patch, by, now }: Saving) {
  return inTenant(tenant, async (db) => {
    const draft = await openDraft(db, { by, now })
    // A draft that was begun after the form was shown holds what others have written since.
    const seen = draftId === draft.id ? rowVersion : draftId === null ? 1 : null
    if (seen === null) return refused('draft_closed')
    const outcome = await changeDraft(db, { draftId: draft.id, rowVersion: seen, patch, by, now })
    if (outcome.ok) return outcome
    if (outcome.refusal === 'cannot_be_so') return { ok: false, errors: errorsOf(outcome.problems) } as const
    if (outcome.refusal !== 'edited_meanwhile') return refused(outcome.refusal)
    const errors = outcome.conflicts.map(({ key, theirs }) => [
      key,
      { code: 'edited_meanwhile', said: { theirs: inShort(theirs) } },
    ])
    const values = { draftId: draft.id, rowVersion: String(outcome.rowVersion) }
    return { ok: false, errors: Object.fromEntries(errors) as Record<string, FieldError>, values } as const
  })
}

type Found = { at: string; code: string; named?: string; count?: number }

function errorsOf(problems: Found[]): Record<string, FieldError> {
  const errors = problems.map(({ at, code, named, count }): [string, FieldError] => [
    at,
    {
      code,
      said: {
        ...(named === undefined ? {} : { named }),
        ...(count === undefined ? {} : { count: String(count) }),
      },
    },
  ])
  return Object.fromEntries(errors.reverse())
}

/** A value in one line, for whoever had another. */
function inShort(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

type OfDraft = { draftId: string; by: Editor; now: Date }

export function discardDraftOf(tenant: City, { by, ...asked }: OfDraft) {
  return inTenant(tenant, async (db) => {
    const note = { action: 'settings_discarded', subject: `draft:${asked.draftId}`, by, now: asked.now }
    return noted(db, note, await discardDraft(db, asked))
  })
}

export function settleDraftOf(tenant: City, { by, ...asked }: OfDraft & { mine: string[] }) {
  return inTenant(tenant, async (db) => {
    const subject = `draft:${asked.draftId}`
    const note = { action: 'settings_settled', subject, after: asked.mine, by, now: asked.now }
    return noted(db, note, await settleDraft(db, asked))
  })
}

type Note = {
  action: string
  subject: string
  after?: unknown
  reason?: string | null
  by: Editor
  now: Date
}

/** What was done is written in the city's audit, in the same transaction; what was refused is not. */
async function noted<Told extends { ok: boolean }>(
  db: Db,
  { by, ...note }: Note,
  outcome: Told,
): Promise<Told> {
  if (outcome.ok) await audit(db, { actor: { kind: 'admin', name: by.name ?? '' }, ...note })
  return outcome
}

type Publishing = {
  how: 'now' | 'propose' | 'schedule' | 'take_back'
  draftId: string
  rowVersion: number
  reason: string | null
  day?: string
  hour?: string
  by: Editor
  now: Date
}

export function publishDraftOf(tenant: City, { how, day, hour, ...asked }: Publishing) {
  return inTenant(tenant, async (db) => {
    const { by, now, reason } = asked
    const note = { subject: `draft:${asked.draftId}`, by, now }
    if (how === 'take_back')
      return noted(db, { action: 'settings_taken_back', ...note }, await takeBackDraft(db, asked))
    if (how === 'propose')
      return noted(db, { action: 'settings_proposed', reason, ...note }, await proposeDraft(db, asked))
    if (how === 'now' || !day || !hour) return publishDraft(db, asked)
    const moment = Temporal.PlainDateTime.from(`${day}T${hour}`).toZonedDateTime(tenant.timeZone)
    return scheduleDraft(db, { ...asked, publishAt: new Date(moment.epochMilliseconds) })
  })
}

export function rollBackTo(
  tenant: City,
  { version, by, now }: { version: number; by: Editor; now: Date },
): Promise<Outcome<unknown, 'draft_gone' | 'draft_open' | 'nothing_new'>> {
  return inTenant(tenant, async (db) => {
    const [row] = await db
      .select({ settings: tenantVersions.settings })
      .from(tenantVersions)
      .where(eq(tenantVersions.version, version))
    if (!row) return refused('draft_gone')
    const begun = await rollBack(db, { settings: Tenant.parse(row.settings), version, by, now })
    return noted(db, { action: 'settings_rolled_back', subject: `version:${version}`, by, now }, begun)
  })
}
