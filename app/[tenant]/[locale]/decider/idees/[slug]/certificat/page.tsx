import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Certificate } from '@/components/supports/certificate'
import { certificateWords } from '@/components/supports/certificate-words'
import { PrintButton } from '@/components/supports/print-button'
import { Fold } from '@/components/ui/fold'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import { findCertificate } from '@/lib/ideas/collection/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Params = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { tenant } = await currentSite()
  const [fact, t] = [await findCertificate(tenant, (await params).slug), await getTranslations('supports')]
  return fact ? { title: t('certificate.metaTitle', { title: fact.title }) } : {}
}

export default async function CertificatePage({ params }: Params) {
  const { tenant, locale } = await currentSite()
  const fact = (await findCertificate(tenant, (await params).slug)) ?? notFound()
  const [t, href, words] = await Promise.all([
    getTranslations('supports.certificate'),
    currentHref(),
    certificateWords(fact),
  ])
  return (
    <div className="shell py-8 md:py-12 print:p-0" data-print-alone>
      <Certificate
        theme={tenant.theme}
        words={words}
        logoAlt={tenant.theme.logo ? localized(tenant.theme.logo.alt, locale, tenant) : ''}
        titleLocale={fact.ideaLocale}
      />
      <div className="mx-auto mt-8 flex max-w-[52rem] flex-wrap gap-3 print:hidden">
        <PrintButton text={t('print')} icon={<Icon name="printer" />} />
        <ButtonLink variant="secondary" href={href(`/idees/${fact.slug}`)} icon={<Icon name="arrow-left" />}>
          {t('back')}
        </ButtonLink>
      </div>
      <Fold title={t('recompute')} className="mx-auto mt-8 max-w-[52rem] print:hidden">
        <p className="max-w-text">{t('how')}</p>
        <pre
          dir="ltr"
          tabIndex={0}
          className="mt-3 overflow-x-auto rounded-card border border-line bg-tint p-4 text-sm"
        >
          {words.lines.join('\n')}
        </pre>
      </Fold>
    </div>
  )
}
