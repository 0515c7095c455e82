import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { languagesSpoken } from '@/lib/agir/activities/answers/input'
import { type DayPart, dayParts, skills, weekdays } from '@/lib/agir/volunteers/rules'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'

/** Monday, whatever the year. */
const aMonday = Date.UTC(2024, 0, 1)

/** What can be ticked about oneself or about a need, each called as its reader would. */
export async function helpChoices() {
  const [t, o, format, locale] = await Promise.all([
    getTranslations('agirVolunteers'),
    getTranslations('agirOffer.welcome'),
    getFormatter(),
    getLocale(),
  ])
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const dayName = (day: number) =>
    format.dateTime(new Date(aMonday + (day - 1) * 86_400_000), { weekday: 'long', timeZone: 'UTC' })
  const nameOf = (value: string) => (value === 'fsl' ? o('signed') : (names.of(value) ?? value))
  return {
    skills: skills.map((value) => ({ value, label: t(`skills.${value}`) })),
    languages: languagesSpoken.map((value) => ({ value, label: nameOf(value) })),
    parts: dayParts.map((value) => ({ value, label: t(`parts.${value}`) })),
    days: weekdays.map((day) => ({
      label: dayName(day),
      slots: dayParts.map((part) => ({ value: `${day}_${part}`, label: t(`parts.${part}`) })),
    })),
  }
}

/** A place of the city as it is called here. */
export async function districtChoices() {
  const { tenant, locale } = await currentSite()
  return tenant.territory.districts.map(({ code, name }) => ({
    value: code,
    label: localized(name, locale, tenant),
  }))
}

/** `samedi 28 novembre, matin`. */
export async function whenWords() {
  const [t, format] = await Promise.all([getTranslations('agirVolunteers'), getFormatter()])
  return ({ onDay, part }: { onDay: string; part: DayPart }) =>
    t('slot', {
      day: format.dateTime(new Date(`${onDay}T12:00:00Z`), {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }),
      part: t(`parts.${part}`),
    })
}
