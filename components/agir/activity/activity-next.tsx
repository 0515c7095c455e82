import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { whereToGo } from '@/lib/agir/dates/placing/rules'
import { takesPlace } from '@/lib/agir/dates/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { DateBlock } from '../dates/date-block'
import { dateWords } from '../dates/date-words'
import { PlacesLeft } from '../dates/places-left'

/** When one can next come, where, and whether there is room. */
export async function ActivityNext({ activity }: { activity: PublicActivity }) {
  const [t, words, href] = await Promise.all([getTranslations('agirActivity'), dateWords(), currentHref()])
  const next = activity.coming.find(({ state }) => takesPlace(state))
  if (!next) return <NoDate activity={activity} />
  const where = whereToGo(activity, next)
  const place = where ? (where.placeLabel ?? where.address) : t('online')
  const others = activity.coming.filter(({ state }) => takesPlace(state)).length - 1
  return (
    <Card>
      <h2 className="text-sm font-bold text-muted md:text-sm">{t('next')}</h2>
      <div className="mt-3 flex items-start gap-4">
        <DateBlock startsAt={next.startsAt} zone={next.zone} />
        <div className="min-w-0">
          <time dateTime={next.startsAt.toISOString()} className="block font-bold">
            {words.day(next)}
          </time>
          <p>{words.hours(next)}</p>
          {others > 0 && (
            <a href="#dates" className="inline-flex min-h-11 items-center">
              {t('others', { count: others })}
            </a>
          )}
        </div>
      </div>
      <ul className="mt-4 space-y-2">
        {place && (
          <li className="flex items-start gap-1.5">
            <Icon name={where ? 'map-pin' : 'monitor'} className="mt-1" />
            <bdi>{place}</bdi>
          </li>
        )}
        <li>
          <PlacesLeft positions={next.positions} />
        </li>
        <li>
          <a
            href={href(`/activites/${activity.slug}/agenda.ics`)}
            className="inline-flex min-h-11 items-center gap-2 text-base"
          >
            <Icon name="calendar" />
            {t('toCalendar')}
          </a>
        </li>
      </ul>
    </Card>
  )
}

/** A need that lasts waits for whoever has time; anything else is over or put off, and something else is not. */
async function NoDate({ activity }: { activity: PublicActivity }) {
  const { kind, publication, placeLabel, coming } = activity
  const [t, href] = await Promise.all([getTranslations('agirActivity'), currentHref()])
  if (kind === 'standing_need' && publication === 'published')
    return (
      <Card>
        <p className="flex items-center gap-2 text-lg font-bold">
          <Icon name="heart-handshake" size={24} className="text-action" />
          {t('lasting.title')}
        </p>
        <p className="mt-2 text-muted">{t('lasting.text')}</p>
        {placeLabel && (
          <p className="mt-3 flex items-start gap-1.5">
            <Icon name="map-pin" className="mt-1" />
            <bdi>{placeLabel}</bdi>
          </p>
        )}
      </Card>
    )
  const why = coming.some(({ state }) => state === 'postponed') ? 'postponed' : 'over'
  return (
    <Card>
      <p className="font-bold">{t(`${why}.title`)}</p>
      <p className="mt-1 text-muted">{t(`${why}.text`)}</p>
      <ButtonLink href={href('/activites')} variant="secondary" wide className="mt-4">
        {t('over.others')}
      </ButtonLink>
    </Card>
  )
}
