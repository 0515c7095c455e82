import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { goBack } from '@/lib/tenancy/drafts/actions'
import { refusalWords } from './refusal-words'

/** An old version as a draft, to be read before it is published again. */
export async function GoBack({ version }: { version: number }) {
  const t = await getTranslations('settings')
  return (
    <ActionForm action={goBack} words={await formWords()} refusals={await refusalWords()}>
      <input type="hidden" name="version" value={version} />
      <SubmitButton variant="secondary">{t('goBack', { version })}</SubmitButton>
    </ActionForm>
  )
}
