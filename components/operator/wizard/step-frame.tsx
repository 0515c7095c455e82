import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import type { FormState } from '@/lib/form-state'

type Props = {
  draft: { id: string }
  action: (before: FormState, form: FormData) => Promise<FormState>
  labels: Record<string, string>
  /** What may be wrong with this step's fields alone. */
  errors?: Record<string, string>
  /** Another way to send the step. It comes second: Enter goes on. */
  otherwise?: ReactNode
  children: ReactNode
}

/** One step's form: what is written is kept as soon as it is sent, and nothing else of the city changes. */
export async function StepFrame({ draft, action, labels, errors = {}, otherwise, children }: Props) {
  const t = await getTranslations('operator')
  const words = await formWords()
  const refusals: Record<string, string> = {
    draft_gone: t('wizard.gone'),
    colours_unreadable: t('wizard.colours'),
    host_reserved: t('wizard.reserved'),
  }
  return (
    <ActionForm
      action={action}
      words={{ ...words, errors: { ...words.errors, ...errors } }}
      labels={labels}
      refusals={refusals}
      className="space-y-8"
    >
      <input type="hidden" name="draft" value={draft.id} />
      {children}
      <div className="flex flex-wrap items-center gap-4 border-t border-line pt-6">
        <SubmitButton>{t('wizard.next')}</SubmitButton>
        {otherwise}
        <a href="/" className="inline-flex min-h-11 items-center">
          {t('wizard.later')}
        </a>
      </div>
    </ActionForm>
  )
}
