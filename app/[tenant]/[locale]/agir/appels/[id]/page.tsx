import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CallState } from '@/components/agir/calls/call-list'
import { CallReport } from '@/components/agir/calls/call-report'
import { whenWords } from '@/components/agir/volunteers/words'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findCallReport } from '@/lib/agir/calls/desk/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirCalls'))('title'), robots: { index: false } }
}

export default async function CallPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ tenant }, { id }, said] = await Promise.all([currentSite(), params, searchParams])
  const report = (await findCallReport(tenant, id, person)) ?? notFound()
  const [t, href, when] = await Promise.all([getTranslations('agirCalls'), currentHref(), whenWords()])
  const { call } = report
  const now = new Date()
  const back = (
    <a href={href('/appels')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={<span dir="auto">{call.title}</span>} lead={when(call)} above={back} width="text">
      <div className="space-y-8">
        {said.fait === 'annonce' && <Notice tone="success" live="status" title={t('announce.sent')} />}
        {said.fait === 'ouvert' && <Notice tone="success" live="status" title={t('opened')} />}
        <div>
          <CallState call={call} now={now} />
          <p dir="auto" className="mt-3 font-bold">
            {call.meeting}
          </p>
          <p dir="auto" className="mt-2 whitespace-pre-line wrap-anywhere">
            {call.body}
          </p>
        </div>
        <CallReport
          report={report}
          isOpen={!call.closedAt && call.expiresAt > now}
          isOver={call.expiresAt <= now}
        />
      </div>
    </Page>
  )
}
