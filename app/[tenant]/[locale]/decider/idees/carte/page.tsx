import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { DistrictMap } from '@/components/home/district-map'
import { ActiveFilters } from '@/components/ideas/active-filters'
import { FilterPanel } from '@/components/ideas/filter-panel'
import { IdeaMap } from '@/components/ideas/idea-map'
import { IdeaRows } from '@/components/ideas/idea-rows'
import { ListSearch } from '@/components/ideas/list-search'
import { ListingCount } from '@/components/ideas/listing-count'
import { NearMe } from '@/components/ideas/near-me'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { listSpots, type Spot } from '@/lib/ideas/atlas/queries'
import { squareOf } from '@/lib/ideas/atlas/rules'
import { readFilters, writeFilters } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { type Filters, seedOf } from '@/lib/ideas/listing/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isWide } from '@/lib/territory/rules'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const form = 'recherche'

export async function generateMetadata(): Promise<Metadata> {
  const [site, t] = await Promise.all([currentSite(), getTranslations('ideas')])
  return { title: t('map.title', ideaWords(site)), alternates: alternates(site, '/idees/carte') }
}

export default async function MapPage({ searchParams }: Props) {
  const site = await currentSite()
  const { tenant } = site
  const now = new Date()
  const filters = readFilters(await searchParams, tenant, seedOf(now))
  const [listing, spots, t, href] = await Promise.all([
    listIdeas(tenant, filters),
    listSpots(tenant, filters, squareOf(tenant)),
    getTranslations('ideas'),
    currentHref(),
  ])
  const path = href('/idees/carte')
  const words = ideaWords(site)
  const near = {
    button: t('near.button'),
    busy: t('near.busy'),
    failed: t('near.failed'),
    note: t('near.note'),
  }
  return (
    <Page title={t('map.title', words)} lead={t('map.lead')}>
      <ListSearch id={form} path={path} filters={filters}>
        <NearMe path={path + writeFilters(filters, { near: null })} words={near} />
      </ListSearch>
      <div className="mt-6 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
        <div className="mb-4">
          <FilterPanel {...{ form, filters, site }} facets={listing.facets} />
        </div>
        <div className="min-w-0">
          <ActiveFilters {...{ filters, path, site }} />
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <h2 className="text-xl md:text-xl">
              <ListingCount total={listing.total} words={words} />
            </h2>
            <ButtonLink
              href={href('/idees') + writeFilters(filters)}
              variant="quiet"
              icon={<Icon name="list" />}
            >
              {t('toList')}
            </ButtonLink>
          </div>
          <Atlas {...{ spots, filters }} counts={new Map(Object.entries(listing.facets?.districts ?? {}))} />
          <IdeaRows {...{ listing, filters, path, site }} />
        </div>
      </div>
    </Page>
  )
}

async function Atlas({
  spots,
  filters,
  counts,
}: {
  spots: Spot[]
  filters: Filters
  counts: ReadonlyMap<string, number>
}) {
  const site = await currentSite()
  const { tenant, locale } = site
  const [t, href, format] = await Promise.all([getTranslations('ideas'), currentHref(), getFormatter()])
  const { tiles, districts } = tenant.territory
  const path = href('/idees')
  const ground = {
    ...(tiles && { tiles }),
    isWide: isWide(tenant),
    districts: districts.map(({ name, outline }) => ({ name: localized(name, locale, tenant), outline })),
  }
  const marked = spots.map(({ latitude, longitude, count, ideas }) => {
    const around = { latitude: round(latitude), longitude: round(longitude), districtCode: null }
    const all = { href: path + writeFilters(filters, { near: around, sort: 'near' }), text: t('map.around') }
    return {
      latitude,
      longitude,
      count: format.number(count),
      weight: count,
      around: all,
      label: t('count', { count, ...ideaWords(site) }),
      links:
        ideas.length === 0
          ? [all]
          : ideas.map(({ slug, title }) => ({ href: href(`/idees/${slug}`), text: title })),
    }
  })
  const words = {
    label: t('map.label'),
    zoomIn: t('map.zoomIn'),
    zoomOut: t('map.zoomOut'),
    together: t('map.together', { count: '{count}' }),
  }
  return (
    <>
      <IdeaMap ground={ground} spots={marked} words={words}>
        <div className="h-full w-full [&>svg]:size-full">
          <DistrictMap
            tenant={tenant}
            counts={counts}
            hrefOf={(code) => path + writeFilters(filters, { districts: [code] })}
          />
        </div>
      </IdeaMap>
      <p className="mt-3 mb-8 text-base text-muted">{t('map.unplaced')}</p>
    </>
  )
}

const round = (degrees: number) => Math.round(degrees * 1000) / 1000
