import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BeginForm } from '@/components/agir/organisations/own-forms'
import { Page } from '@/components/layout/page'
import { requirePerson } from '@/lib/auth/require-person'
import { currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOrganisations.form'))('title'), robots: { index: false } }
}

export default async function BeginPage() {
  await requirePerson()
  const site = await currentSite()
  if (!site.tenant.modules.agir) notFound()
  const t = await getTranslations('agirOrganisations.form')
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <BeginForm site={site} />
    </Page>
  )
}
