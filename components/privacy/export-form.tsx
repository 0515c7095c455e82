import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { askForExport } from '@/lib/people/exports/actions'
import { exportFields, type ExportSubject, exportSubjects, reasonLength } from '@/lib/people/exports/rules'

/** One form for each kind of file: its fields, none ticked, and a reason that stays in the log. */
export async function ExportForm() {
  const t = await getTranslations('privacy')
  return (
    <div className="space-y-4">
      {exportSubjects.map((subject) => (
        <Fold
          key={subject}
          title={t(`subjects.${subject}`)}
          className="rounded-card border border-line px-5 py-2"
        >
          <SubjectForm subject={subject} />
        </Fold>
      ))}
    </div>
  )
}

async function SubjectForm({ subject }: { subject: ExportSubject }) {
  const [t, words] = await Promise.all([getTranslations('privacy'), formWords()])
  return (
    <ActionForm
      action={askForExport}
      words={words}
      labels={{ fields: t('export.fields'), reason: t('export.reason') }}
      refusals={{}}
      className="grid gap-5 pb-3"
    >
      <input type="hidden" name="subject" value={subject} />
      <fieldset id="fields">
        <legend className="mb-1 font-bold">{t('export.fields')}</legend>
        {exportFields[subject].map((field) => (
          <Checkbox
            key={field}
            id={`${subject}-${field}`}
            name="fields"
            value={field}
            label={t(`fields.${field}`)}
          />
        ))}
      </fieldset>
      <FormArea
        id={`${subject}-reason`}
        name="reason"
        label={t('export.reason')}
        hint={t('export.reasonHint', { min: reasonLength.min })}
        rows={3}
        required
      />
      <div>
        <SubmitButton variant="secondary" icon={<Icon name="download" />}>
          {t('export.ask')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
