import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OpeningStep } from '@/components/operator/wizard/opening-step'
import { stepForms } from '@/components/operator/wizard/step-forms'
import { WizardSteps } from '@/components/operator/wizard/wizard-steps'
import { requireOperator } from '@/lib/operator/acting'
import { findDraft } from '@/lib/operator/wizard/queries'
import { foreseeReadiness } from '@/lib/operator/wizard/readiness/queries'
import { nextStep, stepAtPath, stepPaths, steps } from '@/lib/operator/wizard/rules'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('create') }
}

export default async function WizardStep({ params }: PageProps<'/operator/nouvelle/[id]/[step]'>) {
  await requireOperator()
  const { id, step: path } = await params
  const draft = (await findDraft(id)) ?? notFound()
  const step = stepAtPath(path) ?? notFound()
  const reached = nextStep(draft.answers)
  if (steps.indexOf(step) > steps.indexOf(reached)) redirect(`/nouvelle/${id}/${stepPaths[reached]}`)
  const t = await getTranslations('operator')
  const name = draft.answers.identity?.name ?? draft.answers.known?.name ?? ''
  const Form = step === 'opening' ? null : stepForms[step]
  return (
    <div className="mx-auto max-w-[56rem]">
      <WizardSteps draft={draft} step={step} />
      <p className="mt-8 font-bold text-muted">{name}</p>
      <h1 className="mt-1 text-2xl md:text-3xl">{t(`steps.${step}`)}</h1>
      <p className="mt-3 mb-8 text-muted">{t(`leads.${step}`)}</p>
      {Form ? (
        <Form draft={draft} />
      ) : (
        <OpeningStep draft={draft} foreseen={foreseeReadiness(draft.answers)} />
      )}
    </div>
  )
}
