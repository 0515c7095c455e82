import 'server-only'
import type { LegalDocument } from '../../../../tenants/legal'
import type { Tenant } from '../../../../tenants/tenant'
import { setInDraft, type Setting } from '../../desk/commands'
import { answersIn } from './rules'

type Answered = {
  document: LegalDocument
  written: Readonly<Record<string, string>>
  /** The page was read again from end to end today. */
  isReviewed: boolean
}

/** Puts the answers of one page in the draft. */
export function answerLegal(tenant: Tenant, { document, written, ...by }: Setting & Answered) {
  const { isReviewed, ...setting } = by
  const patch = {
    ...answersIn(document, written, tenant.locales),
    ...(isReviewed ? { 'legal.reviewedOn': setting.now.toISOString().slice(0, 10) } : {}),
  }
  return setInDraft(tenant, { ...setting, patch })
}
