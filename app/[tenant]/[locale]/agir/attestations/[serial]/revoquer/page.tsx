import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RevokeForm } from '@/components/agir/certificates/revoke-form'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findRevocable } from '@/lib/agir/certificates/queries'
import { serialTyped } from '@/lib/agir/certificates/rules'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ serial: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirCertificates.revoke'))('title'), robots: { index: false } }
}

/** For whoever holds a certificate, or manages an organisation it names. */
export default async function RevokePage({ params }: Props) {
  const person = await requirePerson()
  const { tenant } = await currentSite()
  const serial = serialTyped((await params).serial) ?? notFound()
  const one = (await findRevocable(tenant, serial, person.id)) ?? notFound()
  const [t, href] = [await getTranslations('agirCertificates.revoke'), await currentHref()]
  const back = (
    <a href={href(`/attestations/${serial}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="ltr" className="font-mono">
        {serial}
      </span>
    </a>
  )
  return (
    <Page title={t('title')} lead={t(`lead.${one.as}`)} above={back} width="text">
      {one.isRevoked ? <Notice title={t('already')} /> : <RevokeForm serial={serial} />}
    </Page>
  )
}
