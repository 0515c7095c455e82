import { getTranslations } from 'next-intl/server'
import { formWords } from '@/components/forms/form-words'
import { type HourRefusal, hourRefusals } from '@/lib/agir/hours/rules'

/** `2 h 30`, `45 min`: how long something took, as people say it. */
export async function lastingWords(): Promise<(minutes: number) => string> {
  const t = await getTranslations('agirHours.lasting')
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return t('minutes', { minutes: rest })
    return rest === 0 ? t('hours', { hours }) : t('both', { hours, minutes: String(rest).padStart(2, '0') })
  }
}

/** As it is typed into a field: `2:30`. */
export const typedLasting = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

export async function hourForms() {
  const [t, words] = await Promise.all([getTranslations('agirHours.refusals'), formWords()])
  const refusals = Object.fromEntries(hourRefusals.map((code) => [code, t(code)])) as Record<
    HourRefusal,
    string
  >
  return { words, refusals }
}
