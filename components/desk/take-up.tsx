import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { takeUp } from '@/lib/moderation/desk/actions'
import { deskRefusalSentences } from './words'

/** What nobody reported and the city wants to look at all the same. */
export async function TakeUp() {
  const t = await getTranslations('desk')
  return (
    <section aria-labelledby="reprendre">
      <h2 id="reprendre" className="text-xl">
        {t('takeUp')}
      </h2>
      <p className="mt-2 mb-4">{t('takeUpText')}</p>
      <ActionForm
        action={takeUp}
        words={await formWords()}
        refusals={await deskRefusalSentences()}
        labels={{ address: t('address') }}
        className="space-y-4"
      >
        <FormInput name="address" label={t('address')} required maxLength={500} dir="ltr" />
        <SubmitButton variant="secondary">{t('takeUpSubmit')}</SubmitButton>
      </ActionForm>
    </section>
  )
}
