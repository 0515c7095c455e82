import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { ColourPairs } from '@/components/styleguide/colour-pairs'
import { Fields } from '@/components/styleguide/fields'
import { Pieces } from '@/components/styleguide/pieces'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'

export const metadata: Metadata = { robots: { index: false } }

/** Every part of the interface at once, in the colours of the city that is asked; in development only. */
export default async function Styleguide() {
  if (process.env.NODE_ENV === 'production') notFound()
  const { tenant, locale } = await currentSite()
  const t = await getTranslations('ui.styleguide')
  return (
    <Page title={t('title')} lead={t('lead', { city: localized(tenant.name, locale, tenant) })}>
      <div className="grid gap-12">
        <Pieces seed={tenant.theme.seed} />
        <Fields />
        <ColourPairs theme={tenant.theme} />
      </div>
    </Page>
  )
}
