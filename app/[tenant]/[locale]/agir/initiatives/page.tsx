import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InitiativeCard } from '@/components/agir/initiatives/initiative-card'
import { InitiativeSearch } from '@/components/agir/initiatives/initiative-search'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { readInitiatives, writeInitiatives } from '@/lib/agir/initiatives/listing/input'
import { listInitiatives } from '@/lib/agir/initiatives/listing/queries'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const site = await currentSite()
  const t = await getTranslations('agirInitiatives')
  const isPlain = Object.keys(await searchParams).length === 0
  const pages = alternates(site, '/initiatives')
  return {
    title: t('title'),
    description: t('lead', { city: localized(site.tenant.name, site.locale, site.tenant) }),
    alternates: { ...pages, types: { 'application/atom+xml': `${String(pages?.canonical)}/flux` } },
    robots: isPlain ? undefined : { index: false, follow: true },
  }
}

export default async function InitiativesPage({ searchParams }: Props) {
  const site = await currentSite()
  const { tenant, locale } = site
  if (!tenant.modules.agir) notFound()
  const asked = readInitiatives(await searchParams, tenant)
  const [{ shown, next, total }, t, href] = await Promise.all([
    listInitiatives(tenant, { ...asked, now: new Date() }),
    getTranslations('agirInitiatives'),
    currentHref(),
  ])
  const path = href('/initiatives')
  const isNarrowed = writeInitiatives(asked.filters) !== ''
  const begin = (
    <ButtonLink href={href('/mes-initiatives/nouvelle')} rel="nofollow" icon={<Icon name="plus" />}>
      {t('begin')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('lead', { city: localized(tenant.name, locale, tenant) })}>
      <InitiativeSearch site={site} path={path} filters={asked.filters} />
      <section aria-labelledby="resultats" className="mt-10">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h2 id="resultats" className="text-xl md:text-xl">
            {t('count', { count: total })}
          </h2>
          {isNarrowed ? <a href={path}>{t('showAll')}</a> : begin}
        </div>
        {total === 0 && (
          <EmptyState title={t(isNarrowed ? 'empty.title' : 'none.title')} action={begin} level="h3">
            {t(isNarrowed ? 'empty.text' : 'none.text')}
          </EmptyState>
        )}
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((one) => (
            <li key={one.id}>
              <InitiativeCard one={one} />
            </li>
          ))}
        </ul>
        {next && (
          <p className="mt-8 flex justify-center">
            <ButtonLink
              href={path + writeInitiatives(asked.filters, next)}
              variant="secondary"
              icon={<Icon name="arrow-right" />}
            >
              {t('more')}
            </ButtonLink>
          </p>
        )}
      </section>
      <p className="mt-12 border-t border-line pt-4">
        <a href={href('/initiatives/flux')} className="inline-flex min-h-11 items-center gap-2">
          <Icon name="rss" />
          {t('feed')}
        </a>
      </p>
    </Page>
  )
}
