import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { withdraw } from '@/lib/agir/registrations/guardians/actions'
import type { AskedConsent } from '@/lib/agir/registrations/guardians/queries'
import { activeStates } from '@/lib/agir/registrations/rules'
import { consentRefusals } from './consent-words'

type Props = { asked: AskedConsent; token: string; isNew: boolean }

/** What was answered, once and for all, or that nothing can be any more; and how to go back on a yes. */
export async function ConsentAnswer({ asked, token, isNew }: Props) {
  const [t, format] = await Promise.all([getTranslations('agirGuests.consent'), getFormatter()])
  const isActive = activeStates.some((one) => one === asked.state)
  const said = answerOf(asked, isActive)
  const day = asked.consentedAt && format.dateTime(asked.consentedAt, { dateStyle: 'long' })
  const live = isNew ? 'status' : undefined
  return (
    <div className="space-y-4">
      <Notice tone={said === 'agreed' ? 'success' : 'info'} live={live} title={t(`answers.${said}.title`)}>
        {t(`answers.${said}.text`, { day: day ?? '' })}
      </Notice>
      {said === 'agreed' && asked.startsAt > new Date() && (
        <Fold title={t('withdraw')}>
          <ActionForm action={withdraw} words={await formWords()} refusals={await consentRefusals()}>
            <input type="hidden" name="jeton" value={token} />
            <p className="mb-2">{t(`withdrawText.${asked.consentScope ?? 'date'}`)}</p>
            <SubmitButton variant="danger">{t('withdrawNow')}</SubmitButton>
          </ActionForm>
        </Fold>
      )}
    </div>
  )
}

function answerOf({ consentedAt, endedBy, state }: AskedConsent, isActive: boolean) {
  if (consentedAt && (isActive || endedBy === null)) return 'agreed'
  if (endedBy === 'guardian') return consentedAt ? 'withdrawn' : 'refused'
  return state === 'lapsed' ? 'lapsed' : 'over'
}
