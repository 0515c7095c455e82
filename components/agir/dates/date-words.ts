import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { unbroken } from '@/lib/i18n/unbroken'
import { zoneInWords } from '@/lib/i18n/zone'
import { currentSite } from '@/lib/tenancy/current-site'

type Held = { startsAt: Date; endsAt: Date; zone: string }

/** Days and hours of a date as its own clocks show them; the zone is said only where it is not the city's. */
export async function dateWords() {
  const [{ tenant }, t, format, locale] = await Promise.all([
    currentSite(),
    getTranslations('agirDates'),
    getFormatter(),
    getLocale(),
  ])
  const thisYear = format.dateTime(new Date(), { year: 'numeric' })
  const yearOf = (at: Date, timeZone: string) => format.dateTime(at, { year: 'numeric', timeZone })
  const day = (at: Date, timeZone: string) =>
    format.dateTime(at, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(yearOf(at, timeZone) !== thisYear && { year: 'numeric' }),
      timeZone,
    })
  const hour = (at: Date, timeZone: string) => unbroken(format.dateTime(at, { timeStyle: 'short', timeZone }))

  function hours({ startsAt, endsAt, zone }: Held): string {
    const isLong = endsAt.getTime() - startsAt.getTime() > 18 * 3_600_000
    const until = isLong ? `${day(endsAt, zone)} ${hour(endsAt, zone)}` : hour(endsAt, zone)
    const said = t('hours', { from: hour(startsAt, zone), until })
    return zone === tenant.timeZone
      ? said
      : t('inZone', { hours: said, zone: zoneInWords(zone, locale, startsAt) })
  }
  return {
    day: ({ startsAt, zone }: Held) => day(startsAt, zone),
    hours,
    whole: (date: Held) => t('whole', { day: day(date.startsAt, date.zone), hours: hours(date) }),
  }
}
