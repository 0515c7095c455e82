import { getFormatter, getTranslations } from 'next-intl/server'
import { noonOf } from '@/lib/consultations/rules'
import { currentSite } from '@/lib/tenancy/current-site'

type Days = { opensOn: string | null; closesOn: string | null; hour: string | null }

/** Days as the reader's language writes them. */
export async function dayWords() {
  const [{ tenant }, format] = await Promise.all([currentSite(), getFormatter()])
  const { timeZone } = tenant
  return (day: string) => format.dateTime(noonOf(day, timeZone), { dateStyle: 'long', timeZone })
}

export async function whenWords({ opensOn, closesOn, hour }: Days): Promise<string | null> {
  if (!opensOn || !closesOn) return null
  const [t, dayOf] = await Promise.all([getTranslations('consultations'), dayWords()])
  if (opensOn !== closesOn) return t('range', { from: dayOf(opensOn), to: dayOf(closesOn) })
  return hour ? t('atHour', { day: dayOf(opensOn), hour }) : t('oneDay', { day: dayOf(opensOn) })
}
