import { getTranslations } from 'next-intl/server'
import { unionRefusals } from '@/lib/people/unions/rules'

/** Why two accounts stay two, in words. */
export async function unionRefusalWords() {
  const t = await getTranslations('unions.refusals')
  return Object.fromEntries(unionRefusals.map((code) => [code, t(code)])) as Record<
    (typeof unionRefusals)[number],
    string
  >
}
