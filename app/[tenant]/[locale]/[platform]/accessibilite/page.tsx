import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.accessibility'))('title') }
}

export default async function Accessibility() {
  const { tenant, locale } = await currentSite()
  const t = await getTranslations('pages.accessibility')
  const { email } = tenant.contact
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="prose">
        <h2 className="text-xl">{t('state')}</h2>
        <p>{t('stateText')}</p>
        <h2 className="text-xl">{t('done')}</h2>
        <ul>
          <li>{t('done1')}</li>
          <li>{t('done2', { city: localized(tenant.name, locale, tenant) })}</li>
          <li>{t('done3')}</li>
          <li>{t('done4')}</li>
          <li>{t('done5')}</li>
        </ul>
        <h2 className="text-xl">{t('report')}</h2>
        <p>{t('reportText', { email })}</p>
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
        <h2 className="text-xl">{t('remedy')}</h2>
        <p>{t('remedyText')}</p>
      </div>
    </Page>
  )
}
