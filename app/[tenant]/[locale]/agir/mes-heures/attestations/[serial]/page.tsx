import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CertificateSheet } from '@/components/agir/certificates/sheet'
import { PrintButton } from '@/components/supports/print-button'
import { ButtonLink } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findOwnCertificate } from '@/lib/agir/certificates/queries'
import { certificateText, serialTyped } from '@/lib/agir/certificates/rules'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ serial: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirCertificates.sheet'))('title'), robots: { index: false } }
}

/** One's own certificate, as it is printed. Only whoever it is about opens it. */
export default async function CertificatePage({ params }: Props) {
  const person = await requirePerson()
  const { tenant, origin } = await currentSite()
  const serial = serialTyped((await params).serial) ?? notFound()
  const one = (await findOwnCertificate(tenant, serial, person.id)) ?? notFound()
  const [t, href] = [await getTranslations('agirCertificates'), await currentHref()]
  const address = `${origin}${href(`/attestations/${serial}`)}`
  const said = { ...one, city: tenant.id, from: one.fromOn, until: one.untilOn, holder: one.holder ?? '' }
  return (
    <div className="shell py-8 md:py-12 print:p-0" data-print-alone>
      {one.revokedAt ? (
        <Notice tone="danger" title={t('revoked')} />
      ) : (
        <CertificateSheet one={one} address={address} />
      )}
      <div className="mx-auto mt-8 flex max-w-[52rem] flex-wrap gap-3 print:hidden">
        {!one.revokedAt && <PrintButton text={t('sheet.print')} icon={<Icon name="printer" />} />}
        <ButtonLink
          variant="secondary"
          href={href('/mes-heures#attestations')}
          icon={<Icon name="arrow-left" />}
        >
          {t('sheet.back')}
        </ButtonLink>
      </div>
      <Fold title={t('sheet.recompute')} className="mx-auto mt-8 max-w-[52rem] print:hidden">
        <p className="max-w-text">{t('sheet.how')}</p>
        <pre
          dir="ltr"
          tabIndex={0}
          className="mt-3 overflow-x-auto rounded-card border border-line bg-tint p-4 text-sm"
        >
          {certificateText(said).join('\n')}
        </pre>
      </Fold>
    </div>
  )
}
