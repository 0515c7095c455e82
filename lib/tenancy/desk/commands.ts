import 'server-only'
import { inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { changeDraft, type ChangeRefusal, type Editor, openDraft, type Patch } from '../drafts/commands'

export type Setting = { rowVersion: number; by: Editor; now: Date }
export type SetRefusal = ChangeRefusal | 'cannot_be_so' | 'edited_meanwhile'

/** Puts settings in the draft that is being written, or in a new one; nothing is public before it is published. */
export function setInDraft(
  tenant: { id: string },
  { patch, rowVersion, by, now }: Setting & { patch: Patch },
): Promise<Outcome<undefined, SetRefusal>> {
  return inTenant(tenant, async (db) => {
    const { id: draftId } = await openDraft(db, { by, now })
    const kept = await changeDraft(db, { draftId, rowVersion, patch, by, now })
    return kept.ok ? done(undefined) : refused(kept.refusal)
  })
}
