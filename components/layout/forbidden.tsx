import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { currentHref } from '@/lib/tenancy/current-site'

/** The page is for somebody else. */
export async function Forbidden() {
  const hrefOn = await currentHref()
  const t = await getTranslations('pages.forbidden')
  return (
    <Page title={t('title')} lead={t('text')} width="text">
      <ButtonLink href={hrefOn('/compte')} variant="secondary">
        {t('account')}
      </ButtonLink>
    </Page>
  )
}
