import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { ReportState } from '@/components/reports/report-state'
import { Notice } from '@/components/ui/notice'
import { findReport } from '@/lib/moderation/reports/queries'
import { platformOf } from '@/lib/moderation/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('follow.title'), robots: { index: false } }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

/** Whoever has the number may follow it: it is too long to be guessed, and says nothing of who sent it. */
export default async function FollowReport({ params, searchParams }: Props) {
  const { tenant } = await currentSite()
  const report = (await findReport(tenant, (await params).id)) ?? notFound()
  const [t, href] = [await getTranslations('reports'), await currentHref()]
  const justSent = (await searchParams).recu !== undefined
  return (
    <Page title={t('follow.title')} width="text">
      {justSent && (
        <div className="mb-8">
          <Notice tone="success" live="status" title={t('follow.thanks')}>
            <p>{t('follow.kept')}</p>
          </Notice>
        </div>
      )}
      <ReportState
        report={report}
        aboutHref={report.path && href(report.path, platformOf[report.subjectKind])}
        email={tenant.contact.email}
      />
    </Page>
  )
}
