import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackToDesk } from '@/components/consultations/back-to-desk'
import { KeepForm } from '@/components/consultations/keep-form'
import { Page } from '@/components/layout/page'
import { requireRole } from '@/lib/auth/require-role'
import { currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consultations.desk'))('new'), robots: { index: false } }
}

export default async function NewConsultation() {
  await requireRole('area_admin')
  const t = await getTranslations('consultations.desk')
  return (
    <Page title={t('new')} lead={t('newLead')} above={<BackToDesk />} width="text">
      <KeepForm site={await currentSite()} />
    </Page>
  )
}
