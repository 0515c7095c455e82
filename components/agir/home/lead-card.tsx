import { getTranslations } from 'next-intl/server'
import { Signature } from '@/components/layout/signature'
import { Icon, NamedIcon } from '@/components/ui/icon'
import type { ActivityCard } from '@/lib/agir/finding/cards/queries'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { DateBlock } from '../dates/date-block'
import { dateWords } from '../dates/date-words'
import { PlacesLeft } from '../dates/places-left'
import { Heart } from '../wishes/hearts'

type Given = { activity: ActivityCard & { id: string } }

/** The one that is told at length: what it is like, and how little it asks. */
export async function LeadCard({ activity }: Given) {
  const [{ locale }, href] = await Promise.all([currentSite(), currentHref()])
  const { date, image, imageAlt, title, summary } = activity
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-paper hover:border-control">
      {image ? (
        <img
          src={`/media/${image}`}
          alt={imageAlt ?? ''}
          loading="lazy"
          className="aspect-[21/9] min-h-32 w-full flex-1 object-cover"
        />
      ) : (
        <Cover activity={activity} />
      )}
      <div className="flex items-start gap-5 p-5 md:p-6">
        {date && <DateBlock startsAt={date.startsAt} zone={date.zone} />}
        <div className="min-w-0 flex-1">
          <h3 className="pe-9 text-xl leading-snug md:text-2xl">
            <a
              href={href(`/activites/${activity.slug}`)}
              lang={activity.locale === locale ? undefined : activity.locale}
              dir="auto"
              className="text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              {title}
            </a>
          </h3>
          <p dir="auto" className="mt-2 line-clamp-3 md:text-lg">
            {summary}
          </p>
          <WhenAndWhere activity={activity} />
          <Promises activity={activity} />
        </div>
      </div>
      <Heart id={activity.id} title={title} className="absolute end-1 top-1 z-10 bg-paper" />
    </article>
  )
}

/** In the place of a picture: the city's own drawing, and what it is about. */
async function Cover({ activity: { themeIds } }: Given) {
  const { tenant } = await currentSite()
  const theme = tenant.themes.find(({ id }) => themeIds.includes(id))
  return (
    <div className="ground-deep relative min-h-32 flex-1 overflow-hidden md:min-h-40">
      <Signature seed={tenant.theme.seed} ground="deep" scale={4} className="absolute inset-0 h-full" />
      {theme && (
        <span className="absolute start-5 bottom-4 flex size-14 items-center justify-center rounded-full bg-paper text-action md:start-6">
          <NamedIcon name={theme.icon} size={24} />
        </span>
      )}
    </div>
  )
}

async function WhenAndWhere({ activity: { date, placeLabel, districtCode, organiser } }: Given) {
  const [{ tenant, locale }, words] = await Promise.all([currentSite(), dateWords()])
  const district = tenant.territory.districts.find(({ code }) => code === districtCode)
  const where = [placeLabel, district && localized(district.name, locale, tenant), organiser?.name]
  return (
    <p className="mt-4">
      {date && (
        <time
          dateTime={date.startsAt.toISOString()}
          className="inline-block font-bold first-letter:uppercase"
        >
          {words.whole(date)}
        </time>
      )}
      <bdi className="block text-muted">{where.filter(Boolean).join(' · ')}</bdi>
    </p>
  )
}

const halfAnHour = 1_800_000
/** Fewer would say who. */
const enoughToSay = 5

/** What makes it easy to come: each in a word, none alone. */
async function Promises({ activity }: Given) {
  const t = await getTranslations('agirHome.promises')
  const { date, price, positions, registration, organiser } = activity
  const comers = positions.reduce((sum, { seatsTaken }) => sum + seatsTaken, 0)
  const lasts = date && Math.round((date.endsAt.getTime() - date.startsAt.getTime()) / halfAnHour)
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-base">
      {lasts !== null && lasts > 0 && lasts <= 16 && (
        <Kept icon="clock">{t(lasts % 2 ? 'andHalf' : 'hours', { count: Math.floor(lasts / 2) })}</Kept>
      )}
      {price === null && <Kept icon="check">{t('free')}</Kept>}
      {registration === 'none' && organiser && <Kept icon="check">{t('justCome')}</Kept>}
      {comers >= enoughToSay && <Kept icon="users">{t('comers', { count: comers })}</Kept>}
      {registration !== 'none' && positions.length > 0 && (
        <li>
          <PlacesLeft positions={positions} />
        </li>
      )}
    </ul>
  )
}

function Kept({ icon, children }: { icon: 'clock' | 'check' | 'users'; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <Icon name={icon} />
      {children}
    </li>
  )
}
