import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConversationList } from '@/components/agir/messages/conversation-list'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listConversations } from '@/lib/agir/conversations/reading/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirMessages'))('title'), robots: { index: false } }
}

export default async function MessagesPage() {
  const person = await requirePerson()
  const [{ tenant }, t, href] = await Promise.all([
    currentSite(),
    getTranslations('agirMessages'),
    currentHref(),
  ])
  const conversations = await listConversations(tenant, person.id)
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {conversations.length > 0 ? (
        <ConversationList conversations={conversations} />
      ) : (
        <EmptyState
          title={t('emptyTitle')}
          art={<Signature seed={tenant.theme.seed} className="h-16" />}
          action={<ButtonLink href={href('/activites')}>{t('find')}</ButtonLink>}
        >
          {t('empty')}
        </EmptyState>
      )}
    </Page>
  )
}
