import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { askFor } from '@/lib/agir/sources/actions'
import { claimLimits } from '@/lib/agir/sources/claims/rules'
import { claimRefusalsSaid } from './claim-words'

type Props = { slug: string; choices: { id: string; name: string }[] }

/** In which organisation's name somebody comes forward for what was imported, and what shows that it is theirs. */
export async function ClaimAsk({ slug, choices }: Props) {
  const t = await getTranslations('agirSources.claims')
  const [only, ...others] = choices
  return (
    <ActionForm
      action={askFor}
      words={await formWords()}
      refusals={await claimRefusalsSaid()}
      labels={{ organisationId: t('organisation'), said: t('said'), proofUrl: t('url') }}
      className="space-y-5"
    >
      <input type="hidden" name="slug" value={slug} />
      {only && others.length === 0 ? (
        <p>
          <input type="hidden" name="organisationId" value={only.id} />
          {t('for', { name: only.name })}
        </p>
      ) : (
        <FormRadios
          name="organisationId"
          label={t('organisation')}
          choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FormArea
        name="said"
        label={t('said')}
        hint={t('saidHint')}
        rows={5}
        maxLength={claimLimits.said.max}
        required
      />
      <FormInput name="proofUrl" type="url" label={t('url')} hint={t('urlHint')} maxLength={500} dir="ltr" />
      <SubmitButton>{t('submit')}</SubmitButton>
    </ActionForm>
  )
}
