import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Rules } from '@/tenants/rules'

/** « 6 mois », « 90 jours »: how long the rules give, as this city set it. */
export async function durationInWords(duration: Rules['duration']): Promise<string> {
  const t = await getTranslations('home')
  return 'months' in duration ? t('months', { count: duration.months }) : t('days', { count: duration.days })
}
