import { getTranslations } from 'next-intl/server'
import { deskMoments } from '@/components/desk/words'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Notice } from '@/components/ui/notice'
import { appeal } from '@/lib/moderation/appeals/actions'
import { appealRefusals } from '@/lib/moderation/appeals/rules'
import type { Statement } from '@/lib/moderation/decisions/queries'
import { hiddenIdeaHours, isAnsweredInHours, type SubjectKind } from '@/lib/moderation/rules'

/** To disagree, once; then what was answered. */
export async function AppealPanel({
  statement,
  kind,
  subjectId,
}: {
  statement: Statement
  kind: SubjectKind
  subjectId: string
}) {
  const t = await getTranslations('reports.appeal')
  const { day, at } = await deskMoments()
  const inHours = isAnsweredInHours(kind, statement.restriction)
  const { appealedAt, appealDueAt, outcome, reply, repliedAt, mayAppeal, appealUntil } = statement
  if (outcome && repliedAt)
    return (
      <Notice tone={outcome === 'upheld' ? 'success' : 'warn'} title={t(outcome)}>
        <p>{t('repliedOn', { date: day(repliedAt) })}</p>
        <blockquote dir="auto" className="wrap-anywhere whitespace-pre-line">
          {reply}
        </blockquote>
      </Notice>
    )
  if (appealedAt && appealDueAt)
    return (
      <Notice title={t('sent')} live="status">
        <p>{t('sentText', { sent: day(appealedAt), date: inHours ? at(appealDueAt) : day(appealDueAt) })}</p>
      </Notice>
    )
  if (!mayAppeal || !appealUntil) return null
  const sentences = Object.fromEntries(appealRefusals.map((code) => [code, t(`refusals.${code}`)]))
  const lastDay = day(new Date(appealUntil.getTime() - 1))
  return (
    <section aria-labelledby="recours" className="rounded-card border border-line bg-tint p-5">
      <h2 id="recours" className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-2 mb-4">
        {inHours
          ? t('textHours', { date: lastDay, hours: hiddenIdeaHours })
          : t('text', { date: lastDay, days: statement.answerDays })}
      </p>
      <ActionForm
        action={appeal}
        words={await formWords()}
        labels={{ text: t('words') }}
        refusals={sentences as Record<(typeof appealRefusals)[number], string>}
        className="space-y-5"
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="subjectId" value={subjectId} />
        <FormArea name="text" label={t('words')} rows={6} maxLength={2000} required />
        <SubmitButton>{t('submit')}</SubmitButton>
      </ActionForm>
    </section>
  )
}
