import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IssueForm } from '@/components/agir/certificates/issue-form'
import { OwnCertificates } from '@/components/agir/certificates/own-certificates'
import { OwnLines, Undeclared } from '@/components/agir/hours/own-hours'
import { Totals } from '@/components/agir/hours/totals'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { listOwnCertificates } from '@/lib/agir/certificates/queries'
import { listOwnHours } from '@/lib/agir/hours/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirHours.own'))('title'), robots: { index: false } }
}

/** What a volunteer gave, by the hour. */
export default async function MyHoursPage({ searchParams }: Props) {
  const person = await requirePerson()
  const [{ tenant }, said, t, href] = await Promise.all([
    currentSite(),
    searchParams,
    getTranslations('agirHours.own'),
    currentHref(),
  ])
  const now = new Date()
  const { lines, undeclared } = await listOwnHours(tenant, person.id, now)
  const certificates = await listOwnCertificates(tenant, person.id)
  const today = now.toLocaleDateString('sv-SE', { timeZone: tenant.timeZone })
  const fact = (['declare'] as const).find((one) => one === said.fait)
  const back = (
    <a href={href('/mes-inscriptions')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={back} width="text">
      <div className="space-y-10">
        {fact && (
          <div id="fait" className="scroll-mt-6">
            <Notice tone="success" live="status" title={t(`done.${fact}`)} />
          </div>
        )}
        {lines.length > 0 && <Totals lines={lines} />}
        <Undeclared undeclared={undeclared} />
        {lines.length > 0 && <OwnLines lines={lines} now={now} />}
        {lines.length > 0 && <IssueForm lines={lines} today={today} />}
        <OwnCertificates certificates={certificates} />
        {lines.length === 0 && undeclared.length === 0 && (
          <EmptyState
            title={t('emptyTitle')}
            art={<Signature seed={tenant.theme.seed} className="h-16" />}
            action={<ButtonLink href={href('/activites')}>{t('find')}</ButtonLink>}
          >
            {t('empty')}
          </EmptyState>
        )}
      </div>
    </Page>
  )
}
