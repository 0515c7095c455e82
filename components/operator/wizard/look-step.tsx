import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/forms/form-fields'
import { logoRefusals } from '@/components/look/logo-words'
import { answerLook } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { ColourPair } from './colour-pair'
import { LogoPart } from './logo-part'
import { StepFrame } from './step-frame'

export async function LookStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.look')
  const look = await getTranslations('look')
  const labels = { brand: t('brand'), accent: t('accent'), logo: t('logo.file'), alt: t('logo.alt') }
  const { brand, accent } = draft.answers.look ?? { brand: '#1b4d89', accent: '#b4540a' }
  const name = draft.answers.identity?.name ?? ''
  const words = {
    ...labels,
    hint: t('hint'),
    sample: t('sample', { city: name }),
    button: t('button'),
    passes: t('passes'),
    fails: t('fails'),
    take: look('verdict.take', { colour: '{colour}' }),
  }
  return (
    <StepFrame
      draft={draft}
      action={answerLook}
      labels={labels}
      errors={{ ...(await logoRefusals()), file_required: t('logo.required') }}
    >
      <EnterGoesOn />
      <ColourPair brand={brand} accent={accent} words={words} />
      <LogoPart draft={draft} />
    </StepFrame>
  )
}

/** Enter presses the first button of a form, which must not be one that takes a shade. */
const EnterGoesOn = () => <SubmitButton hidden />
