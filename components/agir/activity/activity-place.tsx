import { getFormatter, getTranslations } from 'next-intl/server'
import { PlaceDrawing } from '@/components/ideas/place-drawing'
import { Section } from '@/components/ideas/section'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { accessNeeds } from '@/lib/agir/activities/rules'
import { elsewhereOf, placesToGo } from '@/lib/agir/dates/placing/rules'
import type { PublicDate } from '@/lib/agir/dates/queries'
import { takesPlace } from '@/lib/agir/dates/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { wordsOfPlace } from '../dates/place-words'

/** Where it is, in words and drawn; how one joins from afar; and what is known of its access. */
export async function ActivityPlace({ activity }: { activity: PublicActivity }) {
  const { tenant, locale } = await currentSite()
  const [t, href] = await Promise.all([getTranslations('agirActivity.place'), currentHref()])
  const { main, isElsewhere } = placesToGo(activity)
  if (!main)
    return (
      <Section id="lieu" title={t('title')}>
        <p className="flex items-start gap-2 font-bold">
          <Icon name="monitor" size={24} className="text-action" />
          {t('online')}
        </p>
        <p className="mt-2 text-muted">{t('onlineLink')}</p>
      </Section>
    )
  const district = tenant.territory.districts.find(({ code }) => code === main.districtCode)
  const [first, ...others] = wordsOfPlace(main, tenant, locale)
  const isUsual = main === activity
  const isPinned = isUsual && (activity.precision === 'exact' || activity.precision === 'street')
  const drawn = isPinned ? activity : { ...main, latitude: null, longitude: null }
  return (
    <Section id="lieu" title={isElsewhere ? t('usual') : t('title')}>
      {isElsewhere && (
        <div className="mb-6">
          <NextElsewhere next={activity.coming.find(({ state }) => takesPlace(state))!} />
        </div>
      )}
      <div className="grid items-center gap-6 sm:grid-cols-[1fr_15rem]">
        <div className="space-y-2">
          <p className="flex items-start gap-2 font-bold">
            <Icon name="map-pin" size={24} className="text-action" />
            <bdi>{first ?? t('wholeCity')}</bdi>
          </p>
          {others.map((word) => (
            <p key={word} dir="auto" className="text-muted">
              {word}
            </p>
          ))}
          {activity.attendance === 'hybrid' && <p>{t('hybrid')}</p>}
          {isUsual && !isPinned && <p className="text-base text-muted">{t('approximate')}</p>}
          {district && (
            <p>
              <a href={`${href('/activites')}?district=${district.code}`}>{t('more')}</a>
            </p>
          )}
        </div>
        <PlaceDrawing tenant={tenant} place={drawn} />
      </div>
      <Access {...(isUsual ? activity : nothingSaid)} />
    </Section>
  )
}

/** Whoever comes next does not go to the usual place: said before that one is. */
async function NextElsewhere({ next }: { next: PublicDate }) {
  const [{ tenant, locale }, t] = await Promise.all([currentSite(), getTranslations('agirActivity.place')])
  const place = elsewhereOf(next)
  return (
    <Notice tone="warn" title={place ? t('other.title') : t('other.online')}>
      {place ? <bdi>{wordsOfPlace(place, tenant, locale).join(', ')}</bdi> : t('onlineLink')}
    </Notice>
  )
}

type Said = Pick<PublicActivity, 'accessibility' | 'accessNote' | 'accessConfirmedAt'>
/** What was said of the usual place is not said of another one. */
const nothingSaid: Said = { accessibility: {}, accessNote: null, accessConfirmedAt: null }

/** What is known, with its evidence; what nobody has said yet is said to be unknown. */
async function Access({ accessibility, accessNote, accessConfirmedAt }: Said) {
  const [t, format] = await Promise.all([getTranslations('agirActivity.access'), getFormatter()])
  const known = accessNeeds.filter((need) => accessibility[need])
  return (
    <div className="mt-6">
      <h3 className="flex items-center gap-2 text-lg">
        <Icon name="accessibility" />
        {t('title')}
      </h3>
      {known.length === 0 ? (
        <p className="mt-2 text-muted">{t('unknown')}</p>
      ) : (
        <ul className="mt-3 grid gap-2 sm:grid-cols-2">
          {known.map((need) => (
            <li key={need} className="flex items-start gap-2">
              <Icon
                name={accessibility[need] === 'yes' ? 'circle-check' : 'circle-alert'}
                className={accessibility[need] === 'yes' ? 'mt-1 text-success' : 'mt-1 text-warn'}
              />
              {t(`${accessibility[need]!}.${need}`)}
            </li>
          ))}
        </ul>
      )}
      {accessNote && (
        <p dir="auto" className="mt-3">
          {accessNote}
        </p>
      )}
      {known.length > 0 && (
        <p className="mt-2 text-base text-muted">
          {accessConfirmedAt
            ? t('confirmed', { date: format.dateTime(accessConfirmedAt, { dateStyle: 'long' }) })
            : t('declared')}
        </p>
      )}
    </div>
  )
}
