import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnList } from '@/components/comments/own-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { requirePerson } from '@/lib/auth/require-person'
import { listOwnComments } from '@/lib/comments/own/queries'
import { ideaWords } from '@/lib/i18n/words'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<{ fait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('comments'))('mine.title'), robots: { index: false } }
}

export default async function OwnCommentsPage({ searchParams }: Props) {
  const person = await requirePerson()
  const site = await currentSite()
  const [t, href] = await Promise.all([getTranslations('comments'), currentHref()])
  const own = await listOwnComments(site.tenant, person.id)
  return (
    <Page title={t('mine.title')} lead={own.length > 0 ? t('mine.lead') : undefined} width="text">
      {(await searchParams).fait === 'supprime' && (
        <div className="mb-6">
          <Notice tone="success" live="status">
            {t('done.supprime')}
          </Notice>
        </div>
      )}
      {own.length === 0 ? (
        <EmptyState
          title={t('mine.empty')}
          action={<ButtonLink href={href('/idees')}>{t('mine.toIdeas', ideaWords(site))}</ButtonLink>}
        >
          {t('mine.emptyText')}
        </EmptyState>
      ) : (
        <OwnList own={own} />
      )}
    </Page>
  )
}
