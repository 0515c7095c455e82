import { getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { type Question, QuestionFrame } from '@/components/forms/question-frame'
import { type InitiativeStep, initiativeSteps } from '@/lib/agir/initiatives/rules'
import { initiativeSentences } from './words'

export async function InitiativeFrame(asked: Question<InitiativeStep>) {
  const t = await getTranslations('agirInitiatives')
  const words = {
    titleOf: (step: InitiativeStep) => t(`steps.${step}`),
    label: t('stepsLabel'),
    progress: (at: { step: number; count: number }) => t('progress', at),
    back: t('back'),
    later: t('later'),
  }
  return <QuestionFrame {...asked} steps={initiativeSteps} words={words} />
}

type Given = {
  action: ComponentProps<typeof ActionForm<string>>['action']
  labels: Record<string, string>
  initiativeId?: string
  /** Opened from its own page, and leading back there. */
  isEdit?: boolean
  children: ReactNode
}

/** One step: its questions, and what to do when they cannot be kept. */
export async function StepForm({ action, labels, initiativeId, isEdit, children }: Given) {
  const t = await getTranslations('agirInitiatives')
  return (
    <ActionForm
      action={action}
      words={await formWords()}
      labels={labels}
      refusals={await initiativeSentences()}
      className="space-y-8"
    >
      {initiativeId && <input type="hidden" name="initiativeId" value={initiativeId} />}
      {isEdit && <input type="hidden" name="then" value="own" />}
      {children}
      <SubmitButton size="large">{t(isEdit ? 'keep' : 'next')}</SubmitButton>
    </ActionForm>
  )
}
