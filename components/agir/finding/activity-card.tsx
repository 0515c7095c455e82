import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import type { ActivityCard as Activity } from '@/lib/agir/finding/cards/queries'
import { localized } from '@/lib/i18n/localized'
import { smallFileOf } from '@/lib/media/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { DateBlock } from '../dates/date-block'
import { DateStateTag } from '../dates/date-state'
import { dateWords } from '../dates/date-words'
import { PlacesLeft } from '../dates/places-left'
import { Heart } from '../wishes/hearts'

type Given = { activity: Activity & { id: string; metres?: number | null }; level?: 'h2' | 'h3' }

/** One thing to do: when, what, with whom, where, and whether there is room. Nothing else. */
export async function ActivityCard({ activity, level: Heading = 'h3' }: Given) {
  const [{ locale }, href] = await Promise.all([currentSite(), currentHref()])
  const { date } = activity
  return (
    <article className="relative flex h-full flex-1 items-start gap-4 rounded-card border border-line bg-paper p-4 hover:border-control md:p-5">
      <div className="w-16 shrink-0 space-y-2">
        {date ? <DateBlock startsAt={date.startsAt} zone={date.zone} /> : <NoDay />}
        {activity.image && (
          <img
            src={`/media/${smallFileOf(activity.image)}`}
            alt={activity.imageAlt ?? ''}
            loading="lazy"
            className="size-16 rounded-control bg-tint object-cover"
          />
        )}
      </div>
      <div className="flex min-w-0 flex-1 flex-col self-stretch">
        <Heading className="pe-9 text-lg leading-snug md:text-lg">
          <a
            href={href(`/activites/${activity.slug}`, 'agir')}
            lang={activity.locale === locale ? undefined : activity.locale}
            dir="auto"
            className="line-clamp-2 text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline"
          >
            {activity.title}
          </a>
        </Heading>
        {activity.organiser && (
          <p className="mt-1 truncate text-sm text-muted">
            <bdi>{activity.organiser.name}</bdi>
          </p>
        )}
        <div className="mt-3 space-y-1 text-base">
          <When activity={activity} />
          <Where activity={activity} />
        </div>
        <Room activity={activity} />
      </div>
      <Heart id={activity.id} title={activity.title} className="absolute end-1 top-1 z-10" />
    </article>
  )
}

/** Where a date would be, for what waits for whoever has time. */
function NoDay() {
  return (
    <span
      aria-hidden="true"
      className="flex h-20 w-16 shrink-0 items-center justify-center rounded-control bg-accent-tint text-on-accent-tint"
    >
      <Icon name="heart-handshake" size={24} />
    </span>
  )
}

async function When({ activity: { date, laterDates } }: Given) {
  const [t, words] = await Promise.all([getTranslations('agirFind.card'), dateWords()])
  if (!date)
    return (
      <p className="flex gap-1.5 font-bold">
        <Icon name="clock" className="mt-1 shrink-0" />
        {t('whenYouCan')}
      </p>
    )
  return (
    <p className="flex gap-1.5">
      <Icon name="clock" className="mt-1 shrink-0" />
      <span>
        <time dateTime={date.startsAt.toISOString()}>
          <span className="first-letter:uppercase inline-block font-bold">{words.day(date)}</span>{' '}
          {words.hours(date)}
        </time>
        {laterDates > 0 && <span className="text-muted"> {t('laterDates', { count: laterDates })}</span>}
      </span>
    </p>
  )
}

async function Where({ activity }: Given) {
  const [{ tenant, locale }, t] = await Promise.all([currentSite(), getTranslations('agirFind.card')])
  const { attendance, placeLabel, districtCode, metres } = activity
  const district = tenant.territory.districts.find(({ code }) => code === districtCode)
  const isOnline = attendance === 'online' || activity.date?.state === 'moved_online'
  const place = [placeLabel, district && localized(district.name, locale, tenant)].filter(Boolean)
  if (!isOnline && place.length === 0) return null
  return (
    <p className="flex gap-1.5 text-muted">
      <Icon name={isOnline ? 'monitor' : 'map-pin'} className="mt-1 shrink-0" />
      <span>
        {isOnline ? (
          t('online')
        ) : (
          <>
            {place.map((part, index) => (
              <span key={part}>
                {index > 0 && t('between')}
                <bdi>{part}</bdi>
              </span>
            ))}
            {typeof metres === 'number' && (
              <span className="tabular"> {t('metres', { metres: Math.round(metres / 100) * 100 })}</span>
            )}
          </>
        )}
      </span>
    </p>
  )
}

async function Room({ activity: { date, positions, registration } }: Given) {
  const showsRoom = registration === 'instant' || registration === 'approval'
  if (!date || (!showsRoom && date.state === 'scheduled')) return null
  return (
    <p className="mt-auto flex flex-wrap items-center gap-3 pt-3 text-base empty:hidden">
      {showsRoom && <PlacesLeft positions={positions} />}
      <DateStateTag state={date.state} />
    </p>
  )
}
