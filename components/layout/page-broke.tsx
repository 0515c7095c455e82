import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { Page } from './page'

/** Something failed on our side: what is kept, and what to do. */
export async function PageBroke() {
  const { tenant } = await currentSite()
  const hrefOn = await currentHref()
  const t = await getTranslations('pages.broken')
  return (
    <Page title={t('title')} lead={t('text')} width="text">
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={hrefOn('/')}>{t('home')}</ButtonLink>
        <ButtonLink href={`mailto:${tenant.contact.email}`} variant="secondary">
          {t('write')}
        </ButtonLink>
      </div>
    </Page>
  )
}
