import { getTranslations } from 'next-intl/server'
import { type DraftRefusal, draftRefusals } from '@/lib/tenancy/drafts/rules'

/** Why a draft could not be changed or published, with what to do. */
export async function refusalWords() {
  const t = await getTranslations('settings.refusals')
  return Object.fromEntries(draftRefusals.map((code) => [code, t(code)])) as Record<DraftRefusal, string>
}
