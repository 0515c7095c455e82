import { getTranslations } from 'next-intl/server'
import { FormInput } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import { answerIdentity } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { StepFrame } from './step-frame'

const fields = ['name', 'id', 'country', 'population', 'latitude', 'longitude'] as const
const kinds = { population: 'numeric', latitude: 'decimal', longitude: 'decimal' } as const

export async function IdentityStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.identity')
  const { identity, known } = draft.answers
  const given = { ...known, ...identity }
  const labels = Object.fromEntries(fields.map((field) => [field, t(`${field}.label`)]))
  return (
    <StepFrame draft={draft} action={answerIdentity} labels={labels}>
      {known?.population !== undefined && !identity && <Notice>{t('known')}</Notice>}
      {fields.map((field) => (
        <FormInput
          key={field}
          name={field}
          label={labels[field]}
          hint={t(`${field}.hint`)}
          inputMode={field in kinds ? kinds[field as keyof typeof kinds] : 'text'}
          value={given[field] === undefined ? undefined : String(given[field])}
        />
      ))}
      <input type="hidden" name="insee" value={given.insee ?? ''} />
    </StepFrame>
  )
}
