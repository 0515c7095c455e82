import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { navigation } from '@/components/layout/navigation'
import { ideaWords } from '@/lib/i18n/words'

export default async function AgirHome() {
  const { site, title, platforms } = await navigation()
  if (!site.tenant.modules.agir) notFound()
  const t = await getTranslations('home.agir')
  return (
    <Page title={title}>
      <EmptyState
        title={t('title')}
        art={<Signature seed={site.tenant.theme.seed} scale={4} className="h-[144px]" />}
        action={platforms.map(({ href, name }) => (
          <ButtonLink key={href} href={href}>
            {t('back', { platform: name })}
          </ButtonLink>
        ))}
      >
        <p>{t('text')}</p>
        <p className="mt-3">{t('now', ideaWords(site))}</p>
      </EmptyState>
    </Page>
  )
}
