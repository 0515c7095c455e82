import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CityPanel } from '@/components/agir/proofs/city-panel'
import { NothingAsked, OfficerList } from '@/components/agir/proofs/officer-list'
import { Page } from '@/components/layout/page'
import { findHolder, listAsked, listForOfficer } from '@/lib/agir/organisations/proofs/queries'
import { requireRole } from '@/lib/auth/require-role'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirProofs.officers'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, unknown>> }

/** What organisations ask the city to establish of them. */
export default async function VerificationsPage({ searchParams }: Props) {
  const reader = await requireRole('area_admin')
  const [{ tenant }, href] = [await currentSite(), await currentHref()]
  const t = await getTranslations('agirProofs.officers')
  const asked = await listAsked(tenant, reader)
  const { q } = await searchParams
  const words = typeof q === 'string' ? q.trim() : ''
  const found = await listForOfficer(tenant, reader, words)
  const shown = await Promise.all(
    asked.map(async (proof) => {
      const holder = proof.evidence.holder ? await findHolder(tenant, proof.evidence.holder) : null
      return {
        ...proof,
        href: proof.slug ? href(`/organisations/${proof.slug}`) : null,
        holder: holder && { name: holder.name, href: href(`/organisations/${holder.slug}`) },
      }
    }),
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {shown.length === 0 ? <NothingAsked /> : <OfficerList asked={shown} />}
      <CityPanel
        words={words}
        path={href('/verifications')}
        found={found.map((one) => ({ ...one, href: href(`/organisations/${one.slug}`) }))}
      />
    </Page>
  )
}
