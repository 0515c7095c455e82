import { unbroken } from '@/lib/i18n/unbroken'
import { getFormatter, getTranslations } from 'next-intl/server'
import { noonOf } from '@/lib/consultations/rules'
import { civilOf } from '@/lib/agir/schedules/clocks/rules'
import { type ReadRule, readRule } from '@/lib/agir/schedules/repeats/rules'

type Said = { zone: string; startsLocal: string; endsLocal: string; rule: string | null }

/** « Tous les mardis de 18:00 à 20:00, 10 fois » */
export async function ruleWords() {
  const [t, dates, format] = await Promise.all([
    getTranslations('agirRules'),
    getTranslations('agirDates'),
    getFormatter(),
  ])
  const dayOf = (day: string) => format.dateTime(noonOf(day, 'UTC'), { dateStyle: 'long', timeZone: 'UTC' })
  const hour = (local: string) =>
    unbroken(format.dateTime(new Date(civilOf(local)), { timeStyle: 'short', timeZone: 'UTC' }))
  const weekday = (day: string, zone: string) =>
    format.dateTime(noonOf(day, zone), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: zone,
    })

  function often({ repeat, every, days, nth }: ReadRule): string {
    if (repeat === 'weekly') {
      const names = format.list(days.map((day) => t(`days.${day}`)))
      return t('weekly', { every, days: names })
    }
    if (repeat === 'monthly_day') return t('monthlyDay', { every, day: nth! })
    if (repeat === 'monthly_last_day') return t('monthlyLastDay', { every })
    const day = t(`one.${days[0]!}`)
    if (repeat === 'monthly_last_weekday') return t('monthlyLast', { every, day })
    return t('monthlyNth', { every, day, nth: nth! })
  }

  return ({ zone, startsLocal, endsLocal, rule }: Said): string => {
    const hours = dates('hours', { from: hour(startsLocal), until: hour(endsLocal) })
    const first = startsLocal.slice(0, 10)
    const read = rule ? readRule(rule, zone) : null
    if (!rule) return t('once', { day: weekday(first, zone), hours })
    if (!read) return t('other', { day: dayOf(first), hours })
    const ends = read.count ? t('times', { count: read.count }) : t('until', { day: dayOf(read.until!) })
    return t('whole', { often: often(read), hours, from: dayOf(first), ends })
  }
}
