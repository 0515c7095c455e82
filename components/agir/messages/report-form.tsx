import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormSelect, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { report } from '@/lib/agir/conversations/reports/actions'
import { messageLimits, type MessageReportRefusal } from '@/lib/agir/conversations/rules'
import { reportRefusals } from '@/lib/moderation/reports/rules'
import { reportReasons } from '@/lib/moderation/rules'

/** Asks the city's readers to look at a message, with as much around it as whoever reports chooses. */
export async function ReportMessageForm({
  messageId,
  hasContext,
}: {
  messageId: string
  hasContext: boolean
}) {
  const [t, r] = await Promise.all([getTranslations('agirMessages'), getTranslations('reports')])
  const sentences = Object.fromEntries(reportRefusals.map((code) => [code, r(`refusals.${code}`)]))
  const refusals = { ...sentences, own_message: t('report.own') }
  return (
    <ActionForm
      action={report}
      words={await formWords()}
      labels={{ reason: r('reason'), text: r('words'), goodFaith: r('goodFaith') }}
      refusals={refusals as Record<MessageReportRefusal, string>}
      className="space-y-6"
    >
      <input type="hidden" name="messageId" value={messageId} />
      <FormSelect
        name="reason"
        label={r('reason')}
        empty={r('reasonEmpty')}
        required
        choices={reportReasons.map((value) => ({ value, label: r(`reasons.${value}`) }))}
      />
      <FormArea name="text" label={r('words')} hint={r('wordsHint')} rows={5} maxLength={2000} required />
      {hasContext && (
        <FormTick
          name="withContext"
          label={t('report.context', { count: messageLimits.context })}
          hint={t('report.contextHint')}
        />
      )}
      <FormTick name="goodFaith" label={r('goodFaith')} required />
      <SubmitButton icon={<Icon name="flag" />}>{r('submit')}</SubmitButton>
    </ActionForm>
  )
}
