import { getTranslations } from 'next-intl/server'
import { FormInput } from '@/components/forms/form-fields'
import { answerDoors } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { StepFrame } from './step-frame'

export async function DoorsStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.doors')
  const { legal, signIn } = draft.answers
  const given = { ...legal, ...signIn?.oidc }
  const fields = ['director', 'address', 'dpoEmail', 'issuer', 'clientId', 'label'] as const
  const labels = Object.fromEntries(fields.map((field) => [field, t(`${field}.label`)]))
  return (
    <StepFrame draft={draft} action={answerDoors} labels={labels}>
      {fields.slice(0, 3).map((field) => (
        <FormInput
          key={field}
          name={field}
          label={labels[field]}
          hint={t(`${field}.hint`)}
          optional={field === 'dpoEmail' ? t('optional') : undefined}
          value={given[field]}
        />
      ))}
      <fieldset className="rounded-card border border-line p-5 pt-2">
        <legend className="-mx-2 px-2 font-bold">{t('provider')}</legend>
        <div className="space-y-6">
          <p className="text-base text-muted">{t('providerHint')}</p>
          {fields.slice(3).map((field) => (
            <FormInput
              key={field}
              name={field}
              label={labels[field]}
              hint={t(`${field}.hint`)}
              optional={t('optional')}
              value={given[field]}
            />
          ))}
        </div>
      </fieldset>
    </StepFrame>
  )
}
