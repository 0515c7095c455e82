import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { block, unblock } from '@/lib/agir/conversations/blocks/actions'
import type { Conversation } from '@/lib/agir/conversations/reading/queries'
import { messageForms } from './words'

/** Said to both sides in the same words, whoever shut it; whoever did may open it again. */
export async function ShutNotice({ conversation }: { conversation: Conversation }) {
  const t = await getTranslations('agirMessages.shut')
  return (
    <Notice title={t('title')}>
      <p>{t(conversation.isBlockedByOwn ? 'own' : 'text')}</p>
      {conversation.isBlockedByOwn && (
        <ActionForm action={unblock} {...await messageForms()}>
          <input type="hidden" name="conversationId" value={conversation.id} />
          <SubmitButton variant="secondary" size="small">
            {t('unblock')}
          </SubmitButton>
        </ActionForm>
      )}
    </Notice>
  )
}

export async function BlockForm({ conversationId }: { conversationId: string }) {
  const t = await getTranslations('agirMessages.block')
  return (
    <Fold title={t('title')}>
      <ActionForm action={block} {...await messageForms()} className="space-y-3">
        <input type="hidden" name="conversationId" value={conversationId} />
        <p>{t('text')}</p>
        <SubmitButton variant="danger">{t('submit')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}
