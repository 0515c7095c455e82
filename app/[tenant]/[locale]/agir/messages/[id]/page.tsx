import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ConversationHead } from '@/components/agir/messages/conversation-head'
import { HiddenMessages } from '@/components/agir/messages/hidden-messages'
import { MessageThread } from '@/components/agir/messages/message-thread'
import { SeenMark } from '@/components/agir/messages/seen-mark'
import { BlockForm, ShutNotice } from '@/components/agir/messages/shut-forms'
import { WriteForm } from '@/components/agir/messages/write-form'
import { Section } from '@/components/ideas/section'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { seen } from '@/lib/agir/conversations/actions'
import { findConversation } from '@/lib/agir/conversations/reading/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirMessages'))('title'), robots: { index: false } }
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ tenant }, { id }, said] = await Promise.all([currentSite(), params, searchParams])
  const one = (await findConversation(tenant, id, person.id)) ?? notFound()
  const [t, href] = await Promise.all([getTranslations('agirMessages'), currentHref()])
  const restricted = one.messages.filter(({ state, isOwn }) => state === 'hidden' && isOwn)
  const statements = await Promise.all(
    restricted.map(async (message) => ({
      message,
      statement: await findStatement(tenant, message.id, person.id),
    })),
  )
  const back = (
    <a href={href('/messages')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  const name = one.with ?? t(one.side === 'person' ? 'organiser' : 'nobody')
  return (
    <Page title={<bdi>{t('with', { name })}</bdi>} above={back} width="text">
      <div className="space-y-8">
        <ConversationHead conversation={one} />
        <MessageThread conversation={one} />
        {one.isUnread && <SeenMark conversationId={id} action={seen} label={t('markRead')} />}
        {said.fait === 'envoye' && <Notice tone="success" live="status" title={t('sent')} />}
        <HiddenMessages statements={statements} email={tenant.contact.email} />
        {one.isClosed ? (
          <ShutNotice conversation={one} />
        ) : (
          <Section id="repondre" title={t('write.answer')}>
            <WriteForm conversationId={id} />
          </Section>
        )}
        {one.personId && !one.isBlockedByOwn && <BlockForm conversationId={id} />}
      </div>
    </Page>
  )
}
