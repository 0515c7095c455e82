import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { ReportForm } from '@/components/reports/report-form'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { currentPerson } from '@/lib/auth/current-person'
import { findReportable } from '@/lib/moderation/reports/queries'
import { platformOf } from '@/lib/moderation/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const named = {
  commentaire: 'comment',
  organisation: 'organisation',
  activite: 'activity',
  initiative: 'initiative',
  nouvelle: 'news',
  idee: 'idea',
} as const
const names = Object.keys(named) as (keyof typeof named)[]

/** What is reported is named by its id: `?idee=`, `?commentaire=` … */
export default async function ReportPage({ searchParams }: Props) {
  const { tenant } = await currentSite()
  const asked = await searchParams
  const href = await currentHref()
  const said = names.find((name) => asked[name])
  if (!said) redirect(href('/'))
  const kind = named[said]
  const about = (await findReportable(tenant, kind, String(asked[said]))) ?? notFound()
  const t = await getTranslations('reports')
  const isSignedIn = (await currentPerson()) !== null
  const back = (
    <a href={href(about.path, platformOf[kind])} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto" className="line-clamp-1">
        {about.title}
      </span>
    </a>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={back} width="text">
      <Notice tone="danger" title={t('danger')} />
      <p className="mt-6 mb-8">
        {t('about')} : <strong dir="auto">{about.title}</strong>
      </p>
      <ReportForm kind={kind} id={about.id} isSignedIn={isSignedIn} />
      <section aria-labelledby="suite" className="mt-12 rounded-card border border-line bg-tint p-5">
        <h2 id="suite" className="text-xl">
          {t('what')}
        </h2>
        <ol className="mt-3 list-decimal space-y-2 ps-6">
          <li>{t('step1')}</li>
          <li>{t('step2')}</li>
          <li>{t('step3')}</li>
        </ol>
        <p className="mt-3 text-muted">{t('note')}</p>
      </section>
    </Page>
  )
}
