import 'server-only'
import { isAcceptable, type LegalDocument } from '../../../../tenants/legal'
import type { Tenant } from '../../../../tenants/tenant'
import { setInDraft, type Setting } from '../../desk/commands'
import { answersIn } from './rules'

type Answered = {
  document: LegalDocument
  written: Readonly<Record<string, string>>
  /** The page was read again from end to end today. */
  isReviewed: boolean
  /** Everyone is to be asked to agree to it as it will then be. */
  isAsked: boolean
}

/** Puts the answers of one page in the draft. */
export function answerLegal(tenant: Tenant, { document, written, ...by }: Setting & Answered) {
  const { isReviewed, isAsked, ...setting } = by
  const now = setting.now.toISOString()
  const patch = {
    ...answersIn(document, written, tenant.locales),
    ...(isReviewed ? { 'legal.reviewedOn': now.slice(0, 10) } : {}),
    ...(isAsked && isAcceptable(document) ? { [`legal.askedAt.${document}`]: now } : {}),
  }
  return setInDraft(tenant, { ...setting, patch })
}
