import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { FiguresTables } from '@/components/figures/figures-tables'
import { MonthChoice } from '@/components/figures/month-choice'
import { Register } from '@/components/figures/register'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { alternates } from '@/lib/i18n/alternates'
import { readMoment } from '@/lib/moderation/figures/input'
import { findFigures, listPublicDecisions } from '@/lib/moderation/figures/queries'
import { monthOf } from '@/lib/moderation/figures/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figures')
  const site = await currentSite()
  return { title: t('title'), description: t('lead'), alternates: alternates(site, '/moderation/chiffres') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function FiguresPage({ searchParams }: Props) {
  const { tenant } = await currentSite()
  const { mois, avant } = readMoment(await searchParams)
  const [t, format, href] = [await getTranslations('figures'), await getFormatter(), await currentHref()]
  const month = monthOf(mois, tenant.timeZone, new Date())
  const figures = await findFigures(tenant, month)
  const { decisions, next } = await listPublicDecisions(tenant, month, { before: avant })
  const here = href('/moderation/chiffres')
  const hasIdeas = isOffered(tenant, 'decider')
  const named = (name: string) =>
    format.dateTime(new Date(`${name}-15T12:00:00Z`), { month: 'long', year: 'numeric' })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <MonthChoice
        here={here}
        current={named(month.name)}
        previous={{ name: month.previous, label: named(month.previous) }}
        next={month.next ? { name: month.next, label: named(month.next) } : null}
      />
      <FiguresTables figures={figures} />
      <p className="mt-8">
        <ButtonLink
          href={`${href('/moderation/chiffres/donnees.csv')}?mois=${month.name}`}
          variant="secondary"
          icon={<Icon name="download" />}
        >
          {t('csv')}
        </ButtonLink>
      </p>
      <Register
        decisions={decisions.map((one) => ({
          ...one,
          href: hasIdeas && one.slug ? href(`/idees/${one.slug}`, 'decider') : null,
        }))}
        moreHref={next && `${here}?mois=${month.name}&avant=${next.at.getTime()}_${next.id}`}
      />
    </Page>
  )
}
