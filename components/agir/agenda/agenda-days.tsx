import { getFormatter, getTranslations } from 'next-intl/server'
import type { AgendaDay } from '@/lib/agir/agenda/queries'
import { writeFilters } from '@/lib/agir/finding/input'
import type { Filters } from '@/lib/agir/finding/rules'
import { dayIn, noonOf } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { DateStateTag } from '../dates/date-state'
import { PlacesLeft } from '../dates/places-left'
import { takesPlace } from '@/lib/agir/dates/rules'

/** A week, day by day: one line for each date, in the order of the hours. */
export async function AgendaDays({ week, filters, now }: { week: AgendaDay[]; filters: Filters; now: Date }) {
  const [{ tenant }, t, format, href] = await Promise.all([
    currentSite(),
    getTranslations('agirFind.agenda'),
    getFormatter(),
    currentHref(),
  ])
  const { timeZone } = tenant
  const today = dayIn(timeZone, now)
  return (
    <ol className="space-y-8">
      {week.map(({ day, dates, more }) => (
        <li key={day} className="md:grid md:grid-cols-[9rem_minmax(0,1fr)] md:gap-6">
          <h3 className="border-b border-line pb-2 text-lg first-letter:uppercase md:border-0 md:text-lg">
            {format.dateTime(noonOf(day, timeZone), {
              weekday: 'long',
              day: 'numeric',
              month: 'long',
              timeZone,
            })}
            {day === today && <span className="block text-base font-normal text-muted">{t('today')}</span>}
          </h3>
          <div>
            {dates.length === 0 && <p className="py-3 text-muted md:py-0">{t('nothing')}</p>}
            <ul className="divide-y divide-line md:border-y md:border-line">
              {dates.map((date) => (
                <AgendaLine key={date.occurrenceId} date={date} />
              ))}
            </ul>
            {more > 0 && (
              <a
                href={href('/activites') + writeFilters(filters, { preset: null, from: day, until: day })}
                className="inline-flex min-h-11 items-center"
              >
                {t('more', { count: more })}
              </a>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

async function AgendaLine({ date: one }: { date: AgendaDay['dates'][number] }) {
  const [{ tenant, locale }, format, href, t] = await Promise.all([
    currentSite(),
    getFormatter(),
    currentHref(),
    getTranslations('agirFind.card'),
  ])
  const { startsAt, zone, state } = one.date!
  const isOff = !takesPlace(state)
  const district = tenant.territory.districts.find(({ code }) => code === one.districtCode)
  const where = [one.placeLabel, district && localized(district.name, locale, tenant)]
  const place = one.attendance === 'online' ? [t('online')] : where.filter(Boolean)
  const takes = one.registration === 'instant' || one.registration === 'approval'
  return (
    <li className="relative grid grid-cols-[4rem_minmax(0,1fr)] gap-x-4 py-3 hover:bg-tint">
      <time
        dateTime={startsAt.toISOString()}
        className={`tabular font-bold ${isOff ? 'text-muted line-through' : ''}`}
      >
        {format.dateTime(startsAt, { timeStyle: 'short', timeZone: zone })}
      </time>
      <div className="min-w-0">
        <a
          href={href(`/activites/${one.slug}`)}
          lang={one.locale === locale ? undefined : one.locale}
          dir="auto"
          className={`font-bold no-underline after:absolute after:inset-0 hover:underline ${isOff ? 'text-muted line-through' : 'text-ink'}`}
        >
          {one.title}
        </a>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-base text-muted">
          {place.map((part) => (
            <bdi key={part}>{part}</bdi>
          ))}
          {takes && !isOff && <PlacesLeft positions={one.positions} />}
          <DateStateTag state={state} />
        </p>
      </div>
    </li>
  )
}
