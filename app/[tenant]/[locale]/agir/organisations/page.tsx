import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { directoryForm, DirectoryFilters } from '@/components/agir/organisations/directory-filters'
import { Letters } from '@/components/agir/organisations/letters'
import { OrganisationCard } from '@/components/agir/organisations/organisation-card'
import { Page } from '@/components/layout/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import {
  type DirectoryFilters as Filters,
  readDirectory,
  writeDirectory,
} from '@/lib/agir/organisations/listing/input'
import { type Directory, listDirectory } from '@/lib/agir/organisations/listing/queries'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const site = await currentSite()
  const t = await getTranslations('agirOrganisations')
  const isPlain = Object.keys(await searchParams).length === 0
  return {
    title: t('title'),
    description: t('lead', { city: localized(site.tenant.name, site.locale, site.tenant) }),
    alternates: alternates(site, '/organisations'),
    robots: isPlain ? undefined : { index: false, follow: true },
  }
}

export default async function OrganisationsPage({ searchParams }: Props) {
  const site = await currentSite()
  const { tenant, locale } = site
  if (!tenant.modules.agir) notFound()
  const asked = readDirectory(await searchParams, tenant)
  const [found, t, href] = await Promise.all([
    listDirectory(tenant, asked),
    getTranslations('agirOrganisations'),
    currentHref(),
  ])
  const path = href('/organisations')
  return (
    <Page title={t('title')} lead={t('lead', { city: localized(tenant.name, locale, tenant) })}>
      <Search path={path} words={asked.filters.words} />
      <div className="mt-8 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
        <div className="mb-4">
          <DirectoryFilters site={site} filters={asked.filters} counts={found.counts} />
        </div>
        <section aria-labelledby="resultats">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 id="resultats" className="text-xl md:text-xl">
              {t('count', { count: found.total })}
            </h2>
            {writeDirectory(asked.filters) !== '' && <a href={path}>{t('filters.clear')}</a>}
          </div>
          <Letters {...{ path }} filters={asked.filters} letters={found.letters} total={found.total} />
          {found.total === 0 && <Nothing path={path} isNarrowed={writeDirectory(asked.filters) !== ''} />}
          <ul className="grid gap-4 md:grid-cols-2">
            {found.shown.map((one) => (
              <li key={one.id}>
                <OrganisationCard
                  {...{ site }}
                  organisation={one}
                  href={href(`/organisations/${one.slug}`)}
                />
              </li>
            ))}
          </ul>
          <Pages {...{ found, path }} filters={asked.filters} />
        </section>
      </div>
    </Page>
  )
}

async function Search({ path, words }: { path: string; words: string }) {
  const [t, href] = await Promise.all([getTranslations('agirOrganisations'), currentHref()])
  return (
    <form id={directoryForm} role="search" action={path} className="rounded-card bg-tint p-4 md:p-6">
      <label htmlFor="q" className="mb-1 block font-bold">
        {t('search.label')}
      </label>
      <div className="flex flex-wrap gap-3">
        <input
          id="q"
          type="search"
          name="q"
          defaultValue={words}
          maxLength={80}
          dir="auto"
          enterKeyHint="search"
          className={`${controlLook} min-w-0 flex-1 basis-60`}
        />
        <Button icon={<Icon name="search" />}>{t('search.submit')}</Button>
        <ButtonLink
          href={href('/mes-organisations/nouvelle')}
          variant="secondary"
          icon={<Icon name="plus" />}
        >
          {t('begin')}
        </ButtonLink>
      </div>
    </form>
  )
}

async function Nothing({ path, isNarrowed }: { path: string; isNarrowed: boolean }) {
  const [t, href] = await Promise.all([getTranslations('agirOrganisations'), currentHref()])
  const all = <ButtonLink href={path}>{t('empty.all')}</ButtonLink>
  const begin = <ButtonLink href={href('/mes-organisations/nouvelle')}>{t('begin')}</ButtonLink>
  return isNarrowed ? (
    <EmptyState title={t('empty.title')} action={all}>
      {t('empty.text')}
    </EmptyState>
  ) : (
    <EmptyState title={t('none.title')} action={begin}>
      {t('none.text')}
    </EmptyState>
  )
}

async function Pages({ found, path, filters }: { found: Directory; path: string; filters: Filters }) {
  const t = await getTranslations('agirOrganisations.pages')
  const { at, of } = found.pages
  if (of === 1) return null
  const step = (page: number, label: string) =>
    page >= 1 && page <= of ? { href: path + writeDirectory(filters, page), label } : undefined
  return (
    <div className="mt-8 flex flex-col items-center gap-2">
      <Pagination
        label={t('label')}
        previous={step(Math.min(at - 1, of), t('previous'))}
        next={step(at + 1, t('next'))}
      />
      <p className="tabular text-base text-muted">{t('where', { at, of })}</p>
    </div>
  )
}
