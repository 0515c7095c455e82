import { getTranslations } from 'next-intl/server'
import { answerLook } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { ColourPair } from './colour-pair'
import { StepFrame } from './step-frame'

export async function LookStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.look')
  const labels = { brand: t('brand'), accent: t('accent') }
  const { brand, accent } = draft.answers.look ?? { brand: '#1b4d89', accent: '#b4540a' }
  const name = draft.answers.identity?.name ?? ''
  const words = {
    ...labels,
    hint: t('hint'),
    sample: t('sample', { city: name }),
    button: t('button'),
    passes: t('passes'),
    fails: t('fails'),
  }
  return (
    <StepFrame draft={draft} action={answerLook} labels={labels}>
      <ColourPair brand={brand} accent={accent} words={words} />
    </StepFrame>
  )
}
