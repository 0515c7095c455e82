import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ReportMessageForm } from '@/components/agir/messages/report-form'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findConversation } from '@/lib/agir/conversations/reading/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirMessages.report'))('title'), robots: { index: false } }
}

export default async function ReportMessagePage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ tenant }, { id }, said] = await Promise.all([currentSite(), params, searchParams])
  const one = (await findConversation(tenant, id, person.id)) ?? notFound()
  const place = one.messages.findIndex((message) => message.id === said.message && message.side !== one.side)
  const message = one.messages[place] ?? notFound()
  const [t, r, href] = [
    await getTranslations('agirMessages'),
    await getTranslations('reports'),
    await currentHref(),
  ]
  const back = (
    <a href={href(`/messages/${id}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <bdi>{t('with', { name: one.with ?? t('nobody') })}</bdi>
    </a>
  )
  return (
    <Page title={t('report.title')} lead={t('report.lead')} above={back} width="text">
      <Notice tone="danger" title={r('danger')} />
      <blockquote
        dir="auto"
        className="my-6 rounded-card border border-line bg-tint p-5 whitespace-pre-line wrap-anywhere"
      >
        {message.body}
      </blockquote>
      <ReportMessageForm messageId={message.id} hasContext={place > 0} />
    </Page>
  )
}
