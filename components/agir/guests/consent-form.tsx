import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { consent, refuse } from '@/lib/agir/registrations/guardians/actions'
import type { AskedConsent } from '@/lib/agir/registrations/guardians/queries'
import { consentScopes } from '@/lib/agir/registrations/rules'
import { consentRefusals } from './consent-words'

/** Yes, and to what; or no. */
export async function ConsentForm({ asked, token }: { asked: AskedConsent; token: string }) {
  const [t, format, words, refusals] = await Promise.all([
    getTranslations('agirGuests.consent'),
    getFormatter(),
    formWords(),
    consentRefusals(),
  ])
  const moment =
    asked.holdExpiresAt &&
    format.dateTime(asked.holdExpiresAt, { dateStyle: 'long', timeStyle: 'short', timeZone: asked.zone })
  const scopes = consentScopes.map((value) => ({
    value,
    label: t(`scopes.${value}.label`),
    hint: t(`scopes.${value}.hint`),
  }))
  const labels = { scope: t('scope'), authority: t('authority', { name: asked.name }) }
  return (
    <div className="space-y-6">
      <ActionForm action={consent} words={words} labels={labels} refusals={refusals} className="space-y-4">
        <input type="hidden" name="jeton" value={token} />
        {moment && <p className="font-bold">{t('until', { moment })}</p>}
        <FormRadios name="scope" label={labels.scope} value="date" choices={scopes} />
        <FormTick name="authority" label={labels.authority} />
        <SubmitButton size="large">{t('agree')}</SubmitButton>
      </ActionForm>
      <Fold title={t('refuse')}>
        <ActionForm action={refuse} words={words} refusals={refusals}>
          <input type="hidden" name="jeton" value={token} />
          <p className="mb-2">{t('refuseText')}</p>
          <SubmitButton variant="danger">{t('refuseNow')}</SubmitButton>
        </ActionForm>
      </Fold>
    </div>
  )
}
