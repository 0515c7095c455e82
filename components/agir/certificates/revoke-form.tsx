import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { revoke } from '@/lib/agir/certificates/actions'
import { certificateRefusalWords } from './issue-form'

/** A certificate is taken back with a reason, for good. */
export async function RevokeForm({ serial }: { serial: string }) {
  const t = await getTranslations('agirCertificates.revoke')
  return (
    <ActionForm
      action={revoke}
      words={await formWords()}
      labels={{ reason: t('reason') }}
      refusals={await certificateRefusalWords()}
      className="space-y-5"
    >
      <input type="hidden" name="serial" value={serial} />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={300} required />
      <SubmitButton variant="danger">{t('submit')}</SubmitButton>
    </ActionForm>
  )
}
