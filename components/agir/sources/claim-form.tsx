import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { claim } from '@/lib/agir/sources/actions'
import { sourceRefusalsSaid } from './source-words'

/** Gives an imported activity to the organisation it is of. */
export async function ClaimForm() {
  const [t, words, refusals] = await Promise.all([
    getTranslations('agirSources'),
    formWords(),
    sourceRefusalsSaid(),
  ])
  return (
    <section aria-labelledby="confier" className="mt-12 border-t border-line pt-8">
      <h2 id="confier" className="text-2xl">
        {t('claim')}
      </h2>
      <p className="mt-2 text-muted">{t('claimLead')}</p>
      <ActionForm
        action={claim}
        words={words}
        labels={{ activity: t('activity'), organisation: t('organisation') }}
        refusals={refusals}
        done={t('claimed')}
        className="mt-5 grid gap-4"
      >
        <FormInput name="activity" label={t('activity')} maxLength={500} dir="ltr" />
        <FormInput name="organisation" label={t('organisation')} maxLength={500} dir="ltr" />
        <div>
          <SubmitButton>{t('claimButton')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}
