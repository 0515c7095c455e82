import { getTranslations } from 'next-intl/server'
import { FormRadios } from '@/components/forms/form-fields'
import { Checkbox } from '@/components/ui/checkbox'
import { answerModel } from '@/lib/operator/wizard/actions'
import { type Draft, proposals } from '@/lib/operator/wizard/rules'
import { blueprintIds } from '@/tenants/blueprints/offered'
import { StepFrame } from './step-frame'

export async function ModelStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.model')
  const { modules } = draft.answers
  const { blueprint } = proposals(draft.answers)
  const labels = { blueprint: t('blueprint'), decider: t('decider'), agir: t('agir') }
  const choices = blueprintIds.map((id) => ({
    value: id,
    label: t(`${id}.label`),
    hint: t(`${id}.hint`),
  }))
  return (
    <StepFrame draft={draft} action={answerModel} labels={labels}>
      <FormRadios name="blueprint" label={labels.blueprint} choices={choices} value={blueprint} />
      <fieldset>
        <legend className="mb-1 font-bold">{t('modules')}</legend>
        <Checkbox
          name="decider"
          label={labels.decider}
          hint={t('deciderHint')}
          defaultChecked={modules?.decider ?? true}
        />
        <Checkbox
          name="agir"
          label={labels.agir}
          hint={t('agirHint')}
          defaultChecked={modules?.agir ?? true}
        />
      </fieldset>
    </StepFrame>
  )
}
