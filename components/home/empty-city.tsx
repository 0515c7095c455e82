import { getTranslations } from 'next-intl/server'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ideaWords } from '@/lib/i18n/words'
import type { Site } from '@/lib/tenancy/site'

/** A city on its first morning. */
export async function EmptyCity({ site, depositHref }: { site: Site; depositHref: string }) {
  const t = await getTranslations('home')
  const words = ideaWords(site)
  return (
    <div className="shell pt-16 md:pt-24">
      <EmptyState
        title={t('empty.title')}
        art={<Signature seed={site.tenant.theme.seed} scale={3} className="h-[72px]" />}
        action={<ButtonLink href={depositHref}>{t('deposit', words)}</ButtonLink>}
      >
        {t('empty.text', words)}
      </EmptyState>
    </div>
  )
}
