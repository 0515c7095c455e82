import 'server-only'
import type { Locale } from '../../../tenants/tenant'
import { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import type { SetRefusal } from '../desk/commands'
import { changeDraft, type Editor, openDraft } from '../drafts/commands'
import { type LanguageAct, languageRefusal, type LanguageRefusal, spokenAfter } from './rules'

type Asked = { act: LanguageAct; locale: Locale; rowVersion: number; by: Editor; now: Date }

/** Adds a language, retires one or puts it first, in the draft. What is written in one that goes stays as it is, and says which it is. */
export function setLanguage(
  tenant: { id: string },
  { act, locale, rowVersion, by, now }: Asked,
): Promise<Outcome<undefined, LanguageRefusal | SetRefusal>> {
  return inTenant(tenant, async (db) => {
    const draft = await openDraft(db, { by, now })
    const spoken = Tenant.parse(draft.settings)
    const refusal = languageRefusal(spoken, act, locale)
    if (refusal) return refused(refusal)
    const patch = { locales: spokenAfter(spoken, act, locale) }
    const kept = await changeDraft(db, { draftId: draft.id, rowVersion, patch, by, now })
    return kept.ok ? done(undefined) : refused(kept.refusal)
  })
}
