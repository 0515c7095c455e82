import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { elsewhereOf } from '@/lib/agir/dates/placing/rules'
import { takesPlace } from '@/lib/agir/dates/rules'
import type { PublicDate } from '@/lib/agir/dates/queries'
import { currentSite } from '@/lib/tenancy/current-site'
import { wordsOfPlace } from '../dates/place-words'
import { DateBlock } from '../dates/date-block'
import { DateStateTag } from '../dates/date-state'
import { dateWords } from '../dates/date-words'
import { PlacesLeft } from '../dates/places-left'

const shown = 6

/** Every date to come with what became of it; the later ones behind a fold. */
export async function ActivityDates({ dates }: { dates: PublicDate[] }) {
  const t = await getTranslations('agirActivity.dates')
  if (dates.length === 0) return <p className="text-muted">{t('none')}</p>
  const later = dates.slice(shown)
  return (
    <>
      <DateRows dates={dates.slice(0, shown)} />
      {later.length > 0 && (
        <Fold title={t('later', { count: later.length })}>
          <DateRows dates={later} />
        </Fold>
      )}
    </>
  )
}

async function DateRows({ dates }: { dates: PublicDate[] }) {
  const words = await dateWords()
  return (
    <ol className="divide-y divide-line">
      {dates.map((date) => {
        const isOff = !takesPlace(date.state)
        return (
          <li key={date.id} id={`date-${date.id}`} className="flex items-start gap-4 py-4 first:pt-0">
            <DateBlock startsAt={date.startsAt} zone={date.zone} off={isOff} />
            <div className="min-w-0 flex-1 space-y-1">
              <p className={isOff ? 'text-muted line-through' : ''}>
                <time dateTime={date.startsAt.toISOString()} className="block font-bold">
                  {words.day(date)}
                </time>
                {date.state !== 'postponed' && words.hours(date)}
              </p>
              <Elsewhere date={date} />
              <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-base">
                <DateStateTag state={date.state} />
                {!isOff && <PlacesLeft positions={date.positions} />}
              </p>
              {date.reason && (
                <p dir="auto" className="text-base text-muted">
                  {date.reason}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

async function Elsewhere({ date }: { date: PublicDate }) {
  const { tenant, locale } = await currentSite()
  const place = elsewhereOf(date)
  if (!place) return null
  return (
    <p className="flex items-start gap-1.5">
      <Icon name="map-pin" className="mt-1 shrink-0" />
      <bdi>{wordsOfPlace(place, tenant, locale).join(', ')}</bdi>
    </p>
  )
}
