import { getTranslations } from 'next-intl/server'
import { type Question, QuestionFrame } from '@/components/forms/question-frame'
import { type Step, steps } from '@/lib/agir/activities/answers/rules'

export async function OfferFrame(asked: Question<Step>) {
  const t = await getTranslations('agirOffer')
  const words = {
    titleOf: (step: Step) => t(`steps.${step}`),
    label: t('stepsLabel'),
    progress: (at: { step: number; count: number }) => t('progress', at),
    back: t('back'),
    later: t('later'),
  }
  return <QuestionFrame {...asked} steps={steps} words={words} />
}
