import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AgendaDays } from '@/components/agir/agenda/agenda-days'
import { FindPage } from '@/components/agir/finding/find-page'
import { Views } from '@/components/agir/finding/views'
import { Pagination } from '@/components/ui/pagination'
import { listWeek } from '@/lib/agir/agenda/queries'
import { type Week, weekOf } from '@/lib/agir/agenda/rules'
import { readFilters, writeFilters } from '@/lib/agir/finding/input'
import { listActivities } from '@/lib/agir/finding/queries'
import type { Filters } from '@/lib/agir/finding/rules'
import { noonOf } from '@/lib/consultations/rules'
import { alternates } from '@/lib/i18n/alternates'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [site, t] = await Promise.all([currentSite(), getTranslations('agirFind.agenda')])
  const isPlain = Object.keys(await searchParams).length === 0
  return {
    title: t('title'),
    alternates: alternates(site, '/activites/agenda'),
    robots: isPlain ? undefined : { index: false, follow: true },
  }
}

export default async function AgendaPage({ searchParams }: Props) {
  const { tenant } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const { des, ...query } = await searchParams
  const now = new Date()
  const filters = { ...readFilters(query, tenant), preset: null, from: null, until: null, cursor: null }
  const week = weekOf([des].flat()[0], tenant.timeZone, now)
  const [days, listing, t, format, href] = await Promise.all([
    listWeek(tenant, filters, week.days, now),
    listActivities(tenant, filters, now, 1),
    getTranslations('agirFind.agenda'),
    getFormatter(),
    currentHref(),
  ])
  const path = href('/activites/agenda')
  const { timeZone } = tenant
  const day = (on: string) => format.dateTime(noonOf(on, timeZone), { dateStyle: 'long', timeZone })
  return (
    <FindPage title={t('title')} lead={t('lead')} hasDays={false} {...{ listing, filters, path }}>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="resultats" className="text-xl md:text-xl">
          {t('week', { from: day(week.days[0]!), until: day(week.days.at(-1)!) })}
        </h2>
        <Views view="agenda" filters={filters} />
      </div>
      <AgendaDays week={days} {...{ filters, now }} />
      <OtherWeeks {...{ week, filters, path }} />
    </FindPage>
  )
}

async function OtherWeeks({ week, filters, path }: { week: Week; filters: Filters; path: string }) {
  const t = await getTranslations('agirFind.agenda')
  const at = (first: string) => {
    const query = writeFilters(filters)
    return `${path}${query ? `${query}&` : '?'}des=${first}`
  }
  return (
    <div className="mt-10 flex justify-center">
      <Pagination
        label={t('label')}
        previous={week.previous ? { href: at(week.previous), label: t('previous') } : undefined}
        next={{ href: at(week.next), label: t('next') }}
      />
    </div>
  )
}
