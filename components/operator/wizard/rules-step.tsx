import { getTranslations } from 'next-intl/server'
import { FormInput } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import { answerRules } from '@/lib/operator/wizard/actions'
import { type Draft, proposals } from '@/lib/operator/wizard/rules'
import { perThousand } from '@/lib/tenancy/creation/rules'
import { StepFrame } from './step-frame'

const fields = ['threshold', 'months', 'answerMonths'] as const

export async function RulesStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.rules')
  const proposed = proposals(draft.answers).rules
  const given = draft.answers.rules ?? proposed
  const population = Number(draft.answers.identity?.population ?? 1)
  const labels = Object.fromEntries(fields.map((field) => [field, t(`${field}.label`)]))
  const share = perThousand(proposed.threshold, population)
  return (
    <StepFrame draft={draft} action={answerRules} labels={labels}>
      <Notice title={t('why.title', { threshold: proposed.threshold, months: proposed.months })}>
        <p>{t('why.text', { population, share })}</p>
      </Notice>
      {fields.map((field) => (
        <FormInput
          key={field}
          name={field}
          inputMode="numeric"
          label={labels[field]}
          hint={t(`${field}.hint`)}
          value={String(given[field])}
        />
      ))}
    </StepFrame>
  )
}
