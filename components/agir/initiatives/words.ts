import { getTranslations } from 'next-intl/server'
import { initiativeLimits, initiativeRefusals } from '@/lib/agir/initiatives/rules'

/** A sentence for each way in which something about an initiative is declined. */
export async function initiativeSentences(): Promise<Record<(typeof initiativeRefusals)[number], string>> {
  const t = await getTranslations('agirInitiatives.refusals')
  const said = initiativeRefusals.map((code) => [code, t(code, { max: initiativeLimits.atOnce })])
  return Object.fromEntries(said) as Record<(typeof initiativeRefusals)[number], string>
}
