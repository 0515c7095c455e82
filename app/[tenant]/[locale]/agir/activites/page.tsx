import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { FindPage, findForm } from '@/components/agir/finding/find-page'
import { Results } from '@/components/agir/finding/results'
import { readFilters } from '@/lib/agir/finding/input'
import { listActivities } from '@/lib/agir/finding/queries'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

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
  const { tenant } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const filters = readFilters(await searchParams, tenant)
  const [listing, t, href] = await Promise.all([
    listActivities(tenant, filters, new Date()),
    getTranslations('agirFind'),
    currentHref(),
  ])
  const path = href('/activites')
  return (
    <FindPage title={t('title')} {...{ listing, filters, path }}>
      <Results {...{ listing, filters, path }} form={findForm} view="list" />
    </FindPage>
  )
}
