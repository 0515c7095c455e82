import { getTranslations } from 'next-intl/server'
import { type Question, QuestionFrame } from '@/components/forms/question-frame'
import { type Step, steps } from '@/lib/ideas/deposit/rules'

export async function DepositFrame(asked: Question<Step>) {
  const t = await getTranslations('deposit')
  const words = {
    titleOf: (step: Step) => t(`steps.${step}`),
    label: t('stepsLabel'),
    progress: (at: { step: number; count: number }) => t('progress', at),
    back: t('back'),
    later: t('later'),
  }
  return <QuestionFrame {...asked} steps={steps} words={words} />
}
