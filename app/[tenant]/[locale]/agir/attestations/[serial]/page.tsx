import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckedSheet, NotKnown } from '@/components/agir/certificates/checked'
import { Page } from '@/components/layout/page'
import { findChecked } from '@/lib/agir/certificates/queries'
import { serialTyped } from '@/lib/agir/certificates/rules'
import { currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ serial: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirCertificates.check')
  return { title: t('title'), robots: { index: false } }
}

/** What a stranger who was shown a certificate learns: whether it holds, for when, how much, and two initials. */
export default async function CheckedPage({ params }: Props) {
  const { tenant } = await currentSite()
  const serial = serialTyped(decodeURIComponent((await params).serial))
  const found = serial ? await findChecked(tenant, serial) : null
  const t = await getTranslations('agirCertificates.check')
  return (
    <Page title={t('title')} width="text">
      {found ? <CheckedSheet one={found} /> : <NotKnown />}
    </Page>
  )
}
