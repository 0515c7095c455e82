import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.legal'))('title') }
}

export default async function LegalNotice() {
  const { tenant, locale } = await currentSite()
  const t = await getTranslations('pages.legal')
  const { email, address, director, host } = tenant.contact
  const who = [
    {
      title: t('publisher'),
      text: t('publisherText', { city: localized(tenant.name, locale, tenant), address }),
    },
    { title: t('director'), text: director && localized(director, locale, tenant) },
    { title: t('host'), text: host && localized(host, locale, tenant) },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="prose">
        {who.map(
          ({ title, text }) =>
            text && (
              <section key={title} className="mt-8">
                <h2 className="text-xl">{title}</h2>
                <p className="mt-2">{text}</p>
              </section>
            ),
        )}
        <h2 className="text-xl">{t('contact')}</h2>
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
        <h2 id="donnees" className="text-xl">
          {t('data')}
        </h2>
        <p>{t('dataWhat')}</p>
        <p>{t('dataSupports')}</p>
        <p>{t('dataCookies')}</p>
        <p>{t('dataRights')}</p>
        <p>{t('dataQuestion', { email })}</p>
        <h2 className="text-xl">{t('software')}</h2>
        <p>{t('softwareText')}</p>
      </div>
    </Page>
  )
}
