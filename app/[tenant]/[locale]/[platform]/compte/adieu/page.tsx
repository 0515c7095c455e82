import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('leave.goneTitle'), robots: { index: false } }
}

export default async function FarewellPage() {
  const t = await getTranslations('account')
  const site = await getTranslations('status')
  return (
    <Page title={t('leave.goneTitle')} lead={t('leave.goneLead')} width="text">
      <a href="/">{site('home')}</a>
    </Page>
  )
}
