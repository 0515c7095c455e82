import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ActiveFilters } from '@/components/agir/finding/active-filters'
import { Filters } from '@/components/agir/finding/filters'
import { Moments } from '@/components/agir/finding/moments'
import { Results } from '@/components/agir/finding/results'
import { SearchBox } from '@/components/agir/finding/search-box'
import { NearMe } from '@/components/ideas/near-me'
import { Page } from '@/components/layout/page'
import { readFilters, writeFilters } from '@/lib/agir/finding/input'
import { listActivities } from '@/lib/agir/finding/queries'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const form = 'recherche'

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [site, t] = await Promise.all([currentSite(), getTranslations('agirFind')])
  const isPlain = Object.keys(await searchParams).length === 0
  return {
    title: t('title'),
    description: t('description', { city: localized(site.tenant.name, site.locale, site.tenant) }),
    alternates: alternates(site, '/activites'),
    robots: isPlain ? undefined : { index: false, follow: true },
  }
}

export default async function ActivitiesPage({ searchParams }: Props) {
  const site = await currentSite()
  if (!site.tenant.modules.agir) notFound()
  const filters = readFilters(await searchParams, site.tenant)
  const [listing, t, near, href] = await Promise.all([
    listActivities(site.tenant, filters, new Date()),
    getTranslations('agirFind'),
    getTranslations('ideas.near'),
    currentHref(),
  ])
  const path = href('/activites')
  const nearWords = { button: near('button'), busy: near('busy'), failed: near('failed'), note: near('note') }
  return (
    <Page title={t('title')}>
      <SearchBox id={form} path={path} filters={filters}>
        <NearMe path={path + writeFilters(filters, { near: null })} words={nearWords} />
      </SearchBox>
      <div className="mt-4">
        <Moments {...{ filters, path }} />
      </div>
      <div className="mt-6 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
        <div className="mb-4">
          <Filters {...{ form, filters, listing, site }} />
        </div>
        <section aria-labelledby="resultats">
          <ActiveFilters {...{ filters, path, site }} />
          <Results {...{ listing, filters, path, form }} />
        </section>
      </div>
    </Page>
  )
}
