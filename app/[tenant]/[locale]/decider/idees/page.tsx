import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActiveFilters } from '@/components/ideas/active-filters'
import { FilterPanel } from '@/components/ideas/filter-panel'
import { IdeaCard } from '@/components/ideas/idea-card'
import { ListSearch, SortChoice } from '@/components/ideas/list-search'
import { ListingCount } from '@/components/ideas/listing-count'
import { NearMe } from '@/components/ideas/near-me'
import { NothingFound } from '@/components/ideas/nothing-found'
import { Page } from '@/components/layout/page'
import { FollowHere } from '@/components/notifications/follow-here'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { readFilters, writeFilters } from '@/lib/ideas/listing/input'
import { listIdeas, type Listing } from '@/lib/ideas/listing/queries'
import { type Filters, seedOf } from '@/lib/ideas/listing/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const form = 'recherche'

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const site = await currentSite()
  const [t, href] = await Promise.all([getTranslations('ideas'), currentHref()])
  const words = { ...ideaWords(site), city: localized(site.tenant.name, site.locale, site.tenant) }
  const isPlain = Object.keys(await searchParams).length === 0
  return {
    title: t('title', words),
    description: t('description', words),
    alternates: { ...alternates(site, '/idees'), types: { 'application/atom+xml': href('/flux/nouvelles') } },
    robots: isPlain ? undefined : { index: false, follow: true },
  }
}

export default async function IdeasPage({ searchParams }: Props) {
  const site = await currentSite()
  const now = new Date()
  const filters = readFilters(await searchParams, site.tenant, seedOf(now))
  const [listing, t, href] = await Promise.all([
    listIdeas(site.tenant, filters),
    getTranslations('ideas'),
    currentHref(),
  ])
  const path = href('/idees')
  const words = ideaWords(site)
  const near = {
    button: t('near.button'),
    busy: t('near.busy'),
    failed: t('near.failed'),
    note: t('near.note'),
  }
  return (
    <Page title={t('title', words)}>
      <ListSearch id={form} path={path} filters={filters}>
        <NearMe path={path + writeFilters(filters, { near: null })} words={near} />
      </ListSearch>
      <div className="mt-6 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
        <div className="mb-4">
          <FilterPanel {...{ form, filters, site }} facets={listing.facets} />
        </div>
        <section aria-labelledby="resultats">
          <ActiveFilters {...{ filters, path, site }} />
          <FollowHere {...{ filters, site }} />
          <Results {...{ listing, filters, path, now }} />
        </section>
      </div>
    </Page>
  )
}

async function Results({
  listing,
  filters,
  path,
  now,
}: {
  listing: Listing
  filters: Filters
  path: string
  now: Date
}) {
  const site = await currentSite()
  const t = await getTranslations('ideas')
  const href = await currentHref()
  const words = ideaWords(site)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="resultats" className="text-xl md:text-xl">
          <ListingCount total={listing.total} words={words} />
        </h2>
        <ButtonLink
          href={href('/idees/carte') + writeFilters(filters)}
          variant="quiet"
          icon={<Icon name="map" />}
        >
          {t('toMap')}
        </ButtonLink>
      </div>
      {listing.cards.length > 0 && <SortChoice form={form} filters={filters} />}
      {filters.sort === 'random' && (
        <p className="mt-3 text-base text-muted">{t('sort.randomNote', words)}</p>
      )}
      {listing.cards.length === 0 && (
        <NothingFound {...{ filters, path }} depositHref={href('/deposer')} words={words} />
      )}
      <ul className="mt-5 grid gap-4 md:grid-cols-2">
        {listing.cards.map((idea) => (
          <li key={idea.id}>
            <IdeaCard {...{ idea, site, now }} level="h3" href={href(`/idees/${idea.slug}`)} />
          </li>
        ))}
      </ul>
      <Pages {...{ listing, filters, path }} />
    </>
  )
}

async function Pages({ listing, filters, path }: { listing: Listing; filters: Filters; path: string }) {
  const t = await getTranslations('ideas')
  const { before, after } = listing
  if (!before && !after) return null
  const step = (cursor: typeof before, label: string) =>
    cursor ? { href: path + writeFilters(filters, {}, cursor), label } : undefined
  return (
    <div className="mt-8 flex justify-center">
      <Pagination
        label={t('pages.label')}
        previous={step(before, t('pages.previous'))}
        next={step(after, t('pages.next'))}
      />
    </div>
  )
}
