import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { FigureTables, Headline } from '@/components/agir/figures/figures'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { findAgirFigures } from '@/lib/agir/figures/queries'
import { smallestTold } from '@/lib/agir/figures/rules'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const [t, site] = [await getTranslations('agirFigures'), await currentSite()]
  return { title: t('title'), alternates: alternates(site, '/chiffres') }
}

export default async function AgirFiguresPage() {
  const { tenant, locale } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const [t, format, href, figures] = await Promise.all([
    getTranslations('agirFigures'),
    getFormatter(),
    currentHref(),
    findAgirFigures(tenant, new Date()),
  ])
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const city = localized(tenant.name, locale, tenant)
  return (
    <Page title={t('title')} lead={t('lead', { city, from: day(figures.from), to: day(figures.to) })}>
      <Headline figures={figures} />
      <FigureTables figures={figures} />
      <p className="mt-8 max-w-text text-base text-muted">{t('method', { least: smallestTold })}</p>
      <p className="mt-4">
        <ButtonLink href={href('/chiffres/donnees.csv')} variant="secondary" icon={<Icon name="download" />}>
          {t('csv')}
        </ButtonLink>
      </p>
    </Page>
  )
}
