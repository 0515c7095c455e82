import { getTranslations } from 'next-intl/server'
import { FormInput } from '@/components/forms/form-fields'
import { Checkbox } from '@/components/ui/checkbox'
import { answerAddress } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { StepFrame } from './step-frame'

export async function AddressStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.address')
  const { host, sample, identity } = draft.answers
  return (
    <StepFrame draft={draft} action={answerAddress} labels={{ host: t('host') }}>
      <FormInput
        name="host"
        label={t('host')}
        hint={t('hostHint')}
        value={host ?? `${identity?.id}.localhost`}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Checkbox name="sample" label={t('sample')} hint={t('sampleHint')} defaultChecked={sample ?? false} />
    </StepFrame>
  )
}
