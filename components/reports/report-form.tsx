import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { report } from '@/lib/moderation/reports/actions'
import { reportRefusals } from '@/lib/moderation/reports/rules'
import { reportReasons, type SubjectKind } from '@/lib/moderation/rules'

/** No account is needed; an address only to be answered. */
export async function ReportForm({
  kind,
  id,
  isSignedIn,
}: {
  kind: SubjectKind
  id: string
  isSignedIn: boolean
}) {
  const t = await getTranslations('reports')
  const sentences = Object.fromEntries(reportRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return (
    <ActionForm
      action={report}
      words={await formWords()}
      labels={{ reason: t('reason'), text: t('words'), email: t('email'), goodFaith: t('goodFaith') }}
      refusals={sentences as Record<(typeof reportRefusals)[number], string>}
      className="space-y-6"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subjectId" value={id} />
      <FormSelect
        name="reason"
        label={t('reason')}
        empty={t('reasonEmpty')}
        required
        choices={reportReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
      />
      <FormArea name="text" label={t('words')} hint={t('wordsHint')} rows={5} maxLength={2000} required />
      {isSignedIn ? (
        <p className="text-muted">{t('emailSigned')}</p>
      ) : (
        <FormInput
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          label={t('email')}
          optional={t('optional')}
          hint={t('emailHint')}
          maxLength={254}
        />
      )}
      <FormTick name="goodFaith" label={t('goodFaith')} required />
      <SubmitButton icon={<Icon name="flag" />}>{t('submit')}</SubmitButton>
    </ActionForm>
  )
}
