import { getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { approve, decline, wait } from '@/lib/agir/registrations/organising/actions'
import type { Asker } from '@/lib/agir/registrations/organising/queries'
import { type MoveRefusal, moveRefusals } from '@/lib/agir/registrations/rules'

type Asking = { asker: Asker; name: string }

/** What can be answered to who asks: yes while there is room, a place in the line where there is one, or no and why. */
export async function AnswerForms({ canAccept, canWait, ...asking }: Asking & Can) {
  const t = await getTranslations('agirList')
  return (
    <div className="mt-3 space-y-2">
      {!canAccept && <p className="text-warn">{t('noRoom', { count: asking.asker.party })}</p>}
      <div className="flex flex-wrap gap-3">
        {canAccept && (
          <OneAnswer {...asking} action={approve}>
            {t('accept')}
          </OneAnswer>
        )}
        {canWait && (
          <OneAnswer {...asking} action={wait} variant={canAccept ? 'secondary' : 'primary'}>
            {t('wait')}
          </OneAnswer>
        )}
      </div>
      <DeclineForm {...asking} />
    </div>
  )
}
type Can = { canAccept: boolean; canWait: boolean }

type Answering = Asking & {
  action: ComponentProps<typeof ActionForm<MoveRefusal>>['action']
  variant?: 'primary' | 'secondary'
  children: ReactNode
}

async function OneAnswer({ asker, name, action, variant = 'primary', children }: Answering) {
  return (
    <ActionForm action={action} words={await formWords()} refusals={await refusals()}>
      <input type="hidden" name="registrationId" value={asker.id} />
      <SubmitButton variant={variant}>
        {children}
        <VisuallyHidden> {name}</VisuallyHidden>
      </SubmitButton>
    </ActionForm>
  )
}

export async function DeclineForm({ asker, name }: Asking) {
  const t = await getTranslations('agirList')
  const id = `reason-${asker.id}`
  const title = (
    <>
      {t('decline')}
      <VisuallyHidden> {name}</VisuallyHidden>
    </>
  )
  return (
    <Fold title={title}>
      <ActionForm
        action={decline}
        words={await formWords()}
        labels={{ reason: t('reason') }}
        ids={{ reason: id }}
        refusals={await refusals()}
        className="space-y-4"
      >
        <input type="hidden" name="registrationId" value={asker.id} />
        <FormArea
          name="reason"
          id={id}
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={300}
          required
        />
        <SubmitButton variant="danger">{t('declineNow')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}

async function refusals() {
  const t = await getTranslations('agirRegistration.moved')
  return Object.fromEntries(moveRefusals.map((code) => [code, t(code)])) as Record<MoveRefusal, string>
}
