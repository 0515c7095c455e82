import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden, notFound } from 'next/navigation'
import { BackToDesk } from '@/components/consultations/back-to-desk'
import { DeskDocuments } from '@/components/consultations/desk-documents'
import { DeskSteps } from '@/components/consultations/desk-steps'
import { KeepForm } from '@/components/consultations/keep-form'
import { ConsultationStatus } from '@/components/consultations/status-tag'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { requireRole } from '@/lib/auth/require-role'
import { findKept } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ fait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consultations.desk'))('title'), robots: { index: false } }
}

const tellable = ['garde', 'publie', 'annule', 'bilan', 'decision', 'suites'] as const

export default async function KeptConsultation({ params, searchParams }: Props) {
  const person = await requireRole('area_admin')
  const site = await currentSite()
  const one = (await findKept(site.tenant, (await params).id)) ?? notFound()
  if (!actsAs(person, 'area_admin', one)) forbidden()
  const [t, href] = await Promise.all([getTranslations('consultations.desk'), currentHref()])
  const { fait } = await searchParams
  const done = tellable.find((name) => name === fait)
  const today = dayIn(site.tenant.timeZone, new Date())
  return (
    <Page title={<bdi>{one.title}</bdi>} above={<BackToDesk />}>
      {done && (
        <div className="mb-6">
          <Notice tone="success" live="status">
            {t(`done.${done}`)}
          </Notice>
        </div>
      )}
      <div className="mb-8 flex flex-wrap items-center gap-4">
        {one.publishedAt ? (
          <>
            <ConsultationStatus consultation={one} today={today} />
            {isOffered(site.tenant, 'decider') && (
              <ButtonLink
                href={href(`/consultations/${one.slug}`, 'decider')}
                variant="secondary"
                icon={<Icon name="eye" />}
              >
                {t('see')}
              </ButtonLink>
            )}
          </>
        ) : (
          <Tag>{t('draft')}</Tag>
        )}
      </div>
      <div className="grid gap-12 lg:grid-cols-2">
        {!one.cancelledOn && <KeepForm site={site} one={one} />}
        <div className="space-y-10">
          <DeskSteps one={one} today={today} />
          <DeskDocuments one={one} />
        </div>
      </div>
    </Page>
  )
}
