import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/agir/pictures/picture'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Icon, NamedIcon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { whereToGo } from '@/lib/agir/dates/placing/rules'
import { takesPlace } from '@/lib/agir/dates/rules'
import { sourceName } from '@/lib/agir/sources/rules'
import { localized } from '@/lib/i18n/localized'
import { Heart } from '../wishes/hearts'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** What it is, where, and who calls for it. */
export async function ActivityHead({ activity }: { activity: PublicActivity }) {
  const { tenant, locale } = await currentSite()
  const [t, href] = await Promise.all([getTranslations('agirActivity'), currentHref()])
  const where = whereToGo(
    activity,
    activity.coming.find(({ state }) => takesPlace(state)),
  )
  const district = tenant.territory.districts.find(({ code }) => code === where?.districtCode)
  const themes = tenant.themes.filter(({ id }) => activity.themeIds.includes(id))
  return (
    <header>
      <Breadcrumbs
        label={t('trail')}
        trail={[
          { href: href('/'), text: t('home') },
          { href: href('/activites'), text: t('all') },
        ]}
      />
      <div className="mt-4 flex items-start gap-3">
        <h1
          dir="auto"
          lang={activity.locale === locale ? undefined : activity.locale}
          className="min-w-0 flex-1"
        >
          {activity.title}
        </h1>
        <Heart id={activity.id} title={activity.title} className="shrink-0 md:mt-1" />
      </div>
      <ul className="mt-4 flex flex-wrap items-center gap-2">
        <li className="flex">
          <Tag tone="action">{t(`kinds.${activity.kind}`)}</Tag>
        </li>
        {!where ? (
          <li className="flex">
            <Tag icon={<Icon name="monitor" />}>{t('online')}</Tag>
          </li>
        ) : (
          district && (
            <li className="flex">
              <Tag icon={<Icon name="map-pin" />}>{localized(district.name, locale, tenant)}</Tag>
            </li>
          )
        )}
        {themes.map(({ id, icon, name }) => (
          <li key={id} className="flex">
            <Tag icon={<NamedIcon name={icon} />}>{localized(name, locale, tenant)}</Tag>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-base text-muted">
        <Organiser activity={activity} />
      </p>
      {activity.initiative && <PartOf {...activity.initiative} />}
      {activity.image && (
        <div className="mt-6">
          <Picture image={activity.image} alt={activity.imageAlt} />
        </div>
      )}
      <p
        dir="auto"
        lang={activity.locale === locale ? undefined : activity.locale}
        className="mt-6 text-lg font-bold md:text-xl"
      >
        {activity.summary}
      </p>
    </header>
  )
}

async function PartOf({ slug, title }: { slug: string | null; title: string }) {
  const [t, href] = await Promise.all([getTranslations('agirInitiatives.ofActivity'), currentHref()])
  const link = (text: React.ReactNode) => (
    <a href={href(`/initiatives/${slug}`)} className="inline-flex min-h-11 items-center">
      <bdi>{text}</bdi>
    </a>
  )
  return <p className="text-base text-muted">{t.rich('line', { title, link })}</p>
}

async function Organiser({ activity }: { activity: PublicActivity }) {
  const { organisation, organiserName, origin, originName, originUrl } = activity
  const [t, href] = await Promise.all([getTranslations('agirActivity'), currentHref()])
  if (!organisation && origin)
    return originName || originUrl ? t('bySite', { site: sourceName(activity) }) : t('byElsewhere')
  if (!organisation) return organiserName ? t('by', { name: organiserName }) : t('bySomeone')
  const link = (text: React.ReactNode) => (
    <a href={href(`/organisations/${organisation.slug}`)} className="inline-flex min-h-11 items-center">
      <bdi>{text}</bdi>
    </a>
  )
  return t.rich('byOrganisation', { name: organisation.name, link })
}
