import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VouchForms } from '@/components/agir/proofs/vouch-forms'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { findStanding } from '@/lib/agir/organisations/members/queries'
import { listProvenOwned } from '@/lib/agir/organisations/proofs/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('agirProofs.vouching')
  return { title: t('page', { name: (await params).slug }), robots: { index: false } }
}

type Props = { params: Promise<{ slug: string }> }

/** To answer for a group one knows: as a resident, or for an organisation that was itself verified. */
export default async function VouchPage({ params }: Props) {
  const [{ slug }, person, { tenant }] = [await params, await requirePerson(), await currentSite()]
  const one = (await findStanding(tenant, slug, person.id)) ?? notFound()
  const [t, href] = [await getTranslations('agirProofs.vouching'), await currentHref()]
  const back = (
    <a href={href(`/organisations/${slug}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{one.name}</span>
    </a>
  )
  return (
    <Page title={t('page', { name: one.name })} lead={t('pageLead')} above={back} width="text">
      <p dir="auto" className="mb-8 border-s-4 border-line ps-4 text-lg">
        {one.summary}
      </p>
      <VouchForms slug={slug} owned={await listProvenOwned(tenant, person.id)} />
    </Page>
  )
}
