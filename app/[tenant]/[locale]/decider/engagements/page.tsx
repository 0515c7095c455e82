import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DutyFilters } from '@/components/engagements/duty-filters'
import { DutyList } from '@/components/engagements/duty-list'
import { Scoreboard } from '@/components/engagements/scoreboard'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import { readDutyFilters, writeDutyFilters } from '@/lib/engagements/input'
import { listDuties } from '@/lib/engagements/queries'
import { findScoreboard } from '@/lib/engagements/scoreboard/queries'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const site = await currentSite()
  const t = await getTranslations('engagements')
  const isPlain = Object.keys(await searchParams).length === 0
  return {
    title: t('title'),
    description: t('description', { city: localized(site.tenant.name, site.locale, site.tenant) }),
    alternates: alternates(site, '/engagements'),
    robots: isPlain ? undefined : { index: false, follow: true },
  }
}

/** Every answer the city owes, the latest first, each with its clock. */
export default async function EngagementsPage({ searchParams }: Props) {
  const site = await currentSite()
  const now = new Date()
  const filters = readDutyFilters(await searchParams, site.tenant)
  const { duties, cells, facets, after } = await listDuties(site.tenant, filters, now)
  const [scores, t, href] = await Promise.all([
    findScoreboard(site.tenant, now, cells),
    getTranslations('engagements'),
    currentHref(),
  ])
  const path = href('/engagements')
  const isFiltered = writeDutyFilters(filters) !== ''
  return (
    <Page title={t('title')} lead={t('lead', ideaWords(site))}>
      <Scoreboard {...{ scores, site }} hrefOn={href} />
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
        <div className="mb-4">
          <DutyFilters {...{ filters, facets, site, path }} />
        </div>
        <section aria-labelledby="resultats">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 id="resultats" className="text-xl md:text-xl">
              {t('count', { count: facets.total })}
            </h2>
            <p className="flex flex-wrap gap-x-5 text-base">
              <a
                href={`${path}/engagements.csv${writeDutyFilters(filters)}`}
                className="inline-flex min-h-11 items-center gap-2"
              >
                <Icon name="download" />
                {t('csv')}
              </a>
              <a
                href={`${path}/engagements.ics${writeDutyFilters({ ...filters, kinds: [], standings: [] })}`}
                className="inline-flex min-h-11 items-center gap-2"
              >
                <Icon name="calendar" />
                {t('calendar')}
              </a>
            </p>
          </div>
          {duties.length > 0 && <DutyList {...{ duties, site, now }} hrefOn={href} />}
          {duties.length === 0 && isFiltered && (
            <EmptyState
              title={t('empty.title')}
              action={<ButtonLink href={path}>{t('empty.all')}</ButtonLink>}
            >
              {t('empty.text')}
            </EmptyState>
          )}
          {duties.length === 0 && !isFiltered && (
            <EmptyState
              title={t('none.title')}
              action={
                <ButtonLink href={href('/idees')} icon={<Icon name="hand-heart" />}>
                  {t('none.act', ideaWords(site))}
                </ButtonLink>
              }
            >
              {t('none.text', ideaWords(site))}
            </EmptyState>
          )}
          {after && (
            <div className="mt-8 flex justify-center">
              <Pagination
                label={t('pages')}
                next={{ href: path + writeDutyFilters(filters, {}, after), label: t('next') }}
              />
            </div>
          )}
        </section>
      </div>
    </Page>
  )
}
