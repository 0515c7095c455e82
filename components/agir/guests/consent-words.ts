import { getTranslations } from 'next-intl/server'
import { type MoveRefusal, moveRefusals } from '@/lib/agir/registrations/rules'

/** Why an answer comes too late, for the forms of a guardian. */
export async function consentRefusals() {
  const t = await getTranslations('agirRegistration.moved')
  return Object.fromEntries(moveRefusals.map((code) => [code, t(code)])) as Record<MoveRefusal, string>
}
