import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsultationCard } from '@/components/consultations/consultation-card'
import { ConsultationFilters } from '@/components/consultations/consultation-filters'
import { Page } from '@/components/layout/page'
import { FollowHere } from '@/components/notifications/follow-here'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import { readFilters, writeFilters } from '@/lib/consultations/listing/input'
import { arranged, type Filters, wholeCity } from '@/lib/consultations/listing/rules'
import { listPublished } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import type { Site } from '@/lib/tenancy/site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const site = await currentSite()
  const [t, href] = await Promise.all([getTranslations('consultations'), currentHref()])
  const isPlain = Object.keys(await searchParams).length === 0
  return {
    title: t('title'),
    description: t('description', { city: localized(site.tenant.name, site.locale, site.tenant) }),
    alternates: {
      ...alternates(site, '/consultations'),
      types: { 'application/atom+xml': href('/consultations/flux') },
    },
    robots: isPlain ? undefined : { index: false, follow: true },
  }
}

export default async function ConsultationsPage({ searchParams }: Props) {
  const site = await currentSite()
  const { tenant, locale } = site
  const filters = readFilters(await searchParams, tenant)
  const today = dayIn(tenant.timeZone, new Date())
  const [all, t, href] = await Promise.all([
    listPublished(tenant),
    getTranslations('consultations'),
    currentHref(),
  ])
  const path = href('/consultations')
  const found = arranged(all, filters, today)
  if (all.length === 0)
    return (
      <Page title={t('title')}>
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      </Page>
    )
  return (
    <Page title={t('title')} lead={t('lead', { city: localized(tenant.name, locale, tenant) })}>
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
        <div className="mb-4">
          <ConsultationFilters {...{ filters, site, path }} facets={found.facets} />
        </div>
        <section aria-labelledby="resultats">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 id="resultats" className="text-xl md:text-xl">
              {t('count', { count: found.total })}
            </h2>
            {writeFilters(filters) !== '' && <a href={path}>{t('filters.clear')}</a>}
          </div>
          {found.total === 0 && (
            <EmptyState title={t('empty.title')} action={<ButtonLink href={path}>{t('all')}</ButtonLink>}>
              {t('empty.text')}
            </EmptyState>
          )}
          <ul className="grid gap-4 md:grid-cols-2">
            {found.shown.map(({ one }) => (
              <li key={one.id}>
                <ConsultationCard
                  {...{ site, today }}
                  consultation={one}
                  href={href(`/consultations/${one.slug}`)}
                />
              </li>
            ))}
          </ul>
          <Pages {...{ filters, path }} page={found.page} pages={found.pages} />
          <Follow {...{ filters, site }} />
          <Feeds filters={filters} />
        </section>
      </div>
    </Page>
  )
}

async function Pages({
  filters,
  path,
  page,
  pages,
}: {
  filters: Filters
  path: string
  page: number
  pages: number
}) {
  const t = await getTranslations('consultations')
  if (pages === 1) return null
  const step = (to: number, label: string) =>
    to >= 1 && to <= pages ? { href: path + writeFilters(filters, { page: to }), label } : undefined
  return (
    <div className="mt-8 flex justify-center">
      <Pagination
        label={t('pages.label')}
        previous={step(page - 1, t('pages.previous'))}
        next={step(page + 1, t('pages.next'))}
      />
    </div>
  )
}

async function Follow({ filters, site }: { filters: Filters; site: Site }) {
  const [t, followed] = await Promise.all([
    getTranslations('consultations.one'),
    getTranslations('notifications.followed'),
  ])
  const all = { name: followed('allConsultations'), fields: { kind: 'consultations', value: 'all' } }
  const districts = filters.districts.filter((code) => code !== wholeCity)
  return (
    <div className="mt-8 border-t border-line pt-6">
      <h2 className="mb-3 text-lg md:text-lg">{t('follow')}</h2>
      <FollowHere filters={{ themes: filters.themes, districts, near: null }} also={[all]} site={site} />
    </div>
  )
}

/** Of what is listed, or of everything when nothing was narrowed. */
async function Feeds({ filters }: { filters: Filters }) {
  const [t, href] = await Promise.all([getTranslations('consultations'), currentHref()])
  const asked = writeFilters(filters)
  const look = 'inline-flex min-h-11 items-center gap-2 text-base'
  return (
    <p className="mt-2 flex flex-wrap gap-x-6">
      <a href={href('/consultations/flux') + asked} className={look}>
        <Icon name="rss" />
        {t('feed')}
      </a>
      <a href={href('/consultations/agenda.ics') + asked} className={look}>
        <Icon name="calendar" />
        {t('calendar')}
      </a>
    </p>
  )
}
