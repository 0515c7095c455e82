import { getTranslations } from 'next-intl/server'
import { Steps } from '@/components/ui/steps'
import { type Draft, isDone, type Step, stepPaths, steps } from '@/lib/operator/wizard/rules'

/** Where one is; each step that is done can be opened again. */
export async function WizardSteps({ draft: { id, answers }, step }: { draft: Draft; step: Step }) {
  const t = await getTranslations('operator')
  const at = steps.indexOf(step) + 1
  return (
    <Steps
      label={t('wizard.label')}
      text={t('wizard.at', { at, of: steps.length })}
      steps={steps.map((one) => ({
        title: t(`short.${one}`),
        href: `/nouvelle/${id}/${stepPaths[one]}`,
        state: one === step ? 'current' : isDone(one, answers) ? 'done' : 'ahead',
      }))}
    />
  )
}
