import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { Icon } from '@/components/ui/icon'
import { begin, write } from '@/lib/agir/conversations/actions'
import { type ConversationKind, messageLimits } from '@/lib/agir/conversations/rules'
import { messageForms } from './words'

/** Says something more in a conversation. */
export async function WriteForm({ conversationId }: { conversationId: string }) {
  return (
    <ActionForm action={write} {...await messageForms()} className="space-y-4">
      <input type="hidden" name="conversationId" value={conversationId} />
      <Body />
    </ActionForm>
  )
}

/** Begins a conversation about something. */
export async function BeginForm({ kind, aboutId }: { kind: ConversationKind; aboutId: string }) {
  return (
    <ActionForm action={begin} {...await messageForms()} className="space-y-4">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="aboutId" value={aboutId} />
      <Body />
    </ActionForm>
  )
}

async function Body() {
  const t = await getTranslations('agirMessages.write')
  return (
    <>
      <FormArea
        name="body"
        label={t('title')}
        hint={t('hint', { max: messageLimits.length.max })}
        rows={5}
        maxLength={messageLimits.length.max}
        required
      />
      <SubmitButton icon={<Icon name="mail" />}>{t('submit')}</SubmitButton>
    </>
  )
}
