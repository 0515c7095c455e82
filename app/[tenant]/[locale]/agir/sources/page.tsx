import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChangeList } from '@/components/agir/sources/change-list'
import { ClaimForm } from '@/components/agir/sources/claim-form'
import { ClaimList } from '@/components/agir/sources/claim-list'
import { DuplicateList } from '@/components/agir/sources/duplicate-list'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { listSourceWork } from '@/lib/agir/sources/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { actsAs } from '@/lib/people/rules'
import { currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirSources'))('title'), robots: { index: false } }
}

/** What comes from elsewhere and needs an answer: by who organises it, or by the city's team. */
export default async function SourcesPage() {
  const reader = await requirePerson()
  const [{ tenant }, t] = await Promise.all([currentSite(), getTranslations('agirSources')])
  const { changes, duplicates, claims } = await listSourceWork(tenant, reader, new Date())
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {changes.length + duplicates.length + claims.length === 0 && (
        <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
      )}
      {claims.length > 0 && <ClaimList claims={claims} />}
      {changes.length > 0 && <ChangeList changes={changes} />}
      {duplicates.length > 0 && <DuplicateList duplicates={duplicates} />}
      {actsAs(reader, 'area_admin') && <ClaimForm />}
    </Page>
  )
}
