import { getTranslations } from 'next-intl/server'
import { FormArea, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { keep } from '@/lib/ideas/examination/actions'
import type { IdeaFile } from '@/lib/ideas/examination/queries'
import { holdings, studyCriteria } from '@/lib/ideas/examination/rules'
import { FileForm } from './file-form'

const inEuros = (cents: number | null) => (cents === null ? '' : String(cents / 100))

/** The same questions for every idea, so that two answers can be laid side by side. */
export async function StudyForm({ ideaId, study }: { ideaId: string; study: IdeaFile['study'] }) {
  const t = await getTranslations('examination')
  const labels = {
    costLowCents: t('costLow'),
    costHighCents: t('costHigh'),
    runningCostCents: t('costRunning'),
    calendar: t('calendar'),
    legalNote: t('legalNote'),
  }
  return (
    <FileForm action={keep} ideaId={ideaId} labels={labels} className="space-y-8">
      {studyCriteria.map((criterion) => (
        <fieldset key={criterion} className="grid gap-x-6 gap-y-3 md:grid-cols-[14rem_minmax(0,1fr)]">
          <legend className="mb-2 font-bold">{t(`criteria.${criterion}`)}</legend>
          <FormSelect
            name={`holds.${criterion}`}
            label={t('holds')}
            empty={t('holdsEmpty')}
            value={study?.criteria[criterion]?.holds ?? ''}
            choices={holdings.map((one) => ({ value: one, label: t(`holdings.${one}`) }))}
          />
          <FormInput
            name={`note.${criterion}`}
            label={t('holdsNote')}
            value={study?.criteria[criterion]?.note ?? ''}
          />
        </fieldset>
      ))}
      <fieldset>
        <legend className="mb-2 font-bold">{t('cost')}</legend>
        <div className="grid gap-4 md:grid-cols-3">
          <FormInput
            name="costLowCents"
            label={labels.costLowCents}
            inputMode="decimal"
            value={inEuros(study?.costLowCents ?? null)}
          />
          <FormInput
            name="costHighCents"
            label={labels.costHighCents}
            inputMode="decimal"
            value={inEuros(study?.costHighCents ?? null)}
          />
          <FormInput
            name="runningCostCents"
            label={labels.runningCostCents}
            inputMode="decimal"
            value={inEuros(study?.runningCostCents ?? null)}
          />
        </div>
      </fieldset>
      <FormArea name="calendar" label={labels.calendar} rows={3} value={study?.calendar ?? ''} />
      <FormArea
        name="legalNote"
        label={labels.legalNote}
        hint={t('legalNoteHint')}
        rows={3}
        value={study?.legalNote ?? ''}
      />
      <SubmitButton variant="secondary">{t('keepStudy')}</SubmitButton>
    </FileForm>
  )
}
