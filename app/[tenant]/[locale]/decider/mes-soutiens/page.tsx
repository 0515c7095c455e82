import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { MySupports } from '@/components/supports/my-supports'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { currentPerson } from '@/lib/auth/current-person'
import { ideaWords } from '@/lib/i18n/words'
import { listSupported } from '@/lib/ideas/supports/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('supports.mine')
  return { title: t('title') }
}

export default async function MySupportsPage() {
  const site = await currentSite()
  const [person, href, t] = await Promise.all([
    currentPerson(),
    currentHref(),
    getTranslations('supports.mine'),
  ])
  if (!person) redirect(`${href('/connexion')}?suite=${encodeURIComponent(href('/mes-soutiens'))}`)
  const ideas = await listSupported(site.tenant, person.id)
  const words = ideaWords(site)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {ideas.length > 0 && <MySupports ideas={ideas} site={site} href={href} now={new Date()} />}
      {ideas.length === 0 && (
        <EmptyState
          title={t('emptyTitle')}
          art={<Signature seed={site.tenant.theme.seed} className="h-16" />}
          action={<ButtonLink href={href('/idees')}>{t('find', words)}</ButtonLink>}
        >
          {t('empty', words)}
        </EmptyState>
      )}
      <p className="mt-8 max-w-text text-base text-muted">{t('gone')}</p>
    </Page>
  )
}
