import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Results } from '@/components/agir/finding/results'
import { FindPage, findForm } from '@/components/agir/finding/find-page'
import { DistrictMap } from '@/components/home/district-map'
import { IdeaMap } from '@/components/ideas/idea-map'
import { Fold } from '@/components/ui/fold'
import { listActivitySpots, type ActivitySpot } from '@/lib/agir/atlas/queries'
import { readFilters, writeFilters } from '@/lib/agir/finding/input'
import { listActivities, type Listing } from '@/lib/agir/finding/queries'
import { suitsWhatLasts, type Filters } from '@/lib/agir/finding/rules'
import { alternates } from '@/lib/i18n/alternates'
import { listInitiativeSpots, type InitiativeSpot } from '@/lib/agir/initiatives/listing/queries'
import { localized } from '@/lib/i18n/localized'
import { squareOf } from '@/lib/ideas/atlas/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isWide } from '@/lib/territory/rules'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const [site, t] = await Promise.all([currentSite(), getTranslations('agirFind')])
  return { title: t('map.title'), alternates: alternates(site, '/activites/carte') }
}

export default async function ActivityMapPage({ searchParams }: Props) {
  const { tenant } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const filters = readFilters(await searchParams, tenant)
  const now = new Date()
  const { words, themes, districts } = filters
  const [listing, spots, lasting, t, href] = await Promise.all([
    listActivities(tenant, filters, now),
    listActivitySpots(tenant, filters, { square: squareOf(tenant), now }),
    suitsWhatLasts(filters) ? listInitiativeSpots(tenant, { words: words ?? '', themes, districts }) : [],
    getTranslations('agirFind'),
    currentHref(),
  ])
  const path = href('/activites/carte')
  return (
    <FindPage title={t('map.title')} lead={t('map.lead')} {...{ listing, filters, path }}>
      <Atlas {...{ spots, lasting, filters, listing }} />
      <Results {...{ listing, filters, path }} form={findForm} view="map" />
    </FindPage>
  )
}

type Given = { spots: ActivitySpot[]; lasting: InitiativeSpot[]; filters: Filters; listing: Listing }

async function Atlas({ spots, lasting, filters, listing }: Given) {
  const [{ tenant, locale }, t, href] = await Promise.all([
    currentSite(),
    getTranslations('agirFind'),
    currentHref(),
  ])
  const { tiles, districts } = tenant.territory
  const path = href('/activites')
  const ground = {
    ...(tiles && { tiles }),
    isWide: isWide(tenant),
    districts: districts.map(({ name, outline }) => ({ name: localized(name, locale, tenant), outline })),
  }
  const words = {
    label: t('map.label'),
    zoomIn: t('map.zoomIn'),
    zoomOut: t('map.zoomOut'),
    together: t('map.together', { count: '{count}' }),
  }
  return (
    <div className="mb-8">
      <IdeaMap
        ground={ground}
        spots={[...(await marked(spots, filters)), ...(await pinned(lasting))]}
        words={words}
      >
        <div className="h-full w-full [&>svg]:size-full">
          <DistrictMap
            tenant={tenant}
            counts={new Map(Object.entries(listing.facets.districts))}
            hrefOf={(code) => path + writeFilters(filters, { districts: [code] })}
          />
        </div>
      </IdeaMap>
      <p className="mt-3 text-base text-muted">
        {t('map.unplaced')} {lasting.length > 0 && t('map.lasting')}
      </p>
      {lasting.length > 0 && <Lasting lasting={lasting} />}
    </div>
  )
}

/** The same initiatives as on the map, for whoever does without it. */
async function Lasting({ lasting }: { lasting: InitiativeSpot[] }) {
  const [{ locale }, t, href] = await Promise.all([currentSite(), getTranslations('agirFind'), currentHref()])
  return (
    <Fold title={t('map.lastingList', { count: lasting.length })}>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {lasting.map(({ slug, title, locale: own }) => (
          <li key={slug}>
            <a
              href={href(`/initiatives/${slug}`)}
              lang={own === locale ? undefined : own}
              dir="auto"
              className="inline-flex min-h-11 items-center"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

async function pinned(lasting: InitiativeSpot[]) {
  const [t, href] = await Promise.all([getTranslations('agirFind'), currentHref()])
  return lasting.map(({ slug, title, latitude, longitude }) => {
    const link = { href: href(`/initiatives/${slug}`), text: t('map.initiative', { title }) }
    const point = { latitude, longitude, count: '1', weight: 1, isLasting: true }
    return { ...point, label: link.text, around: link, links: [link] }
  })
}

async function marked(spots: ActivitySpot[], filters: Filters) {
  const [t, href, format] = await Promise.all([getTranslations('agirFind'), currentHref(), getFormatter()])
  return spots.map(({ latitude, longitude, count, activities }) => {
    const near = { latitude: round(latitude), longitude: round(longitude), districtCode: null, metres: 1000 }
    const all = href('/activites') + writeFilters(filters, { near, sort: 'near' })
    return {
      latitude,
      longitude,
      count: format.number(count),
      weight: count,
      around: { href: all, text: t('map.around') },
      label: t('count', { count }),
      links:
        activities.length === 0
          ? [{ href: all, text: t('map.around') }]
          : activities.map(({ slug, title }) => ({ href: href(`/activites/${slug}`), text: title })),
    }
  })
}

const round = (degrees: number) => Math.round(degrees * 1000) / 1000
