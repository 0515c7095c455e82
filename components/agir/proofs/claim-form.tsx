import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { claim } from '@/lib/agir/organisations/proofs/actions'
import { proofForms } from './words'

export async function ClaimForm({ slug }: { slug: string }) {
  const t = await getTranslations('agirProofs.claim')
  return (
    <ActionForm action={claim} {...await proofForms()} labels={{ said: t('said') }} className="space-y-5">
      <input type="hidden" name="slug" value={slug} />
      <FormArea name="said" label={t('said')} rows={5} maxLength={1000} required />
      <SubmitButton>{t('submit')}</SubmitButton>
    </ActionForm>
  )
}
