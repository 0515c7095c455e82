import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { answer, approveAll } from '@/lib/agir/hours/actions'
import type { HoursOfDate } from '@/lib/agir/hours/queries'
import { isCounted, isWaiting } from '@/lib/agir/hours/rules'
import { hourForms, lastingWords, typedLasting } from './hour-words'

type Line = HoursOfDate[number]

type Props = { dateId: string; lines: HoursOfDate; personId: string }

/** Who helped how long on a date, and what waits for whoever organises it. */
export async function HoursOfDatePanel({ dateId, lines, personId }: Props) {
  const t = await getTranslations('agirHours.date')
  const isAnswerable = (line: Line) => line.personId !== personId
  const ready = lines.filter((line) => line.kind === 'auto' && isAnswerable(line)).length
  return (
    <Section id="heures" title={t('title')}>
      <p className="mb-4 text-muted">{t('text')}</p>
      {lines.length === 0 && <p className="text-muted">{t('none')}</p>}
      {ready > 0 && <ApproveAll dateId={dateId} count={ready} />}
      {lines.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {lines.map((line) => (
            <HourRow key={line.registrationId} line={line} canAnswer={isAnswerable(line)} />
          ))}
        </ul>
      )}
    </Section>
  )
}

async function ApproveAll({ dateId, count }: { dateId: string; count: number }) {
  const [t, forms] = await Promise.all([getTranslations('agirHours.date'), hourForms()])
  return (
    <ActionForm action={approveAll} {...forms}>
      <input type="hidden" name="dateId" value={dateId} />
      <SubmitButton>{t('approveAll', { count })}</SubmitButton>
    </ActionForm>
  )
}

async function HourRow({ line, canAnswer }: { line: Line; canAnswer: boolean }) {
  const [t, lasting] = await Promise.all([getTranslations('agirHours'), lastingWords()])
  const name = line.name ?? t('date.nameless')
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span dir="auto" className="font-bold wrap-anywhere">
          {name}
        </span>
        <span className="tabular">{lasting(line.minutes)}</span>
        <HourState kind={line.kind} />
      </div>
      {line.byRole === 'volunteer' && <p className="text-base text-muted">{t('date.declared')}</p>}
      {line.reason && (
        <p dir="auto" className="text-base wrap-anywhere">
          {line.reason}
        </p>
      )}
      {canAnswer ? (
        <AnswerForm line={line} name={name} />
      ) : (
        <p className="text-base text-muted">{t('date.own')}</p>
      )}
    </li>
  )
}

/** Confirmed as it stands, or put right with a word why; nothing is void. */
async function AnswerForm({ line, name }: { line: Line; name: string }) {
  const [t, forms] = await Promise.all([getTranslations('agirHours.date'), hourForms()])
  const { registrationId, nth, minutes, kind } = line
  const hidden = (
    <>
      <input type="hidden" name="registrationId" value={registrationId} />
      <input type="hidden" name="seen" value={nth} />
    </>
  )
  const [lasted, reason] = [`lasted-${registrationId}`, `reason-${registrationId}`]
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-6 gap-y-2">
      {isWaiting(kind) && (
        <ActionForm action={answer} {...forms}>
          {hidden}
          <input type="hidden" name="lasted" value={typedLasting(minutes)} />
          <input type="hidden" name="reason" value="" />
          <SubmitButton variant="secondary" size="small">
            {t('approve')}
            <VisuallyHidden> {name}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      )}
      <Fold
        title={
          <>
            {t('adjust')}
            <VisuallyHidden> {name}</VisuallyHidden>
          </>
        }
      >
        <ActionForm
          action={answer}
          {...forms}
          labels={{ lasted: t('lasted'), reason: t('reason') }}
          ids={{ lasted, reason }}
          className="space-y-4"
        >
          {hidden}
          <div className="max-w-60">
            <FormInput
              name="lasted"
              id={lasted}
              label={t('lasted')}
              hint={t('lastedHint')}
              value={typedLasting(minutes)}
            />
          </div>
          <FormInput name="reason" id={reason} label={t('reason')} hint={t('reasonHint')} maxLength={300} />
          <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
        </ActionForm>
      </Fold>
    </div>
  )
}

export async function HourState({ kind }: { kind: Line['kind'] }) {
  const t = await getTranslations('agirHours.states')
  if (kind === 'voided') return <Tag>{t('voided')}</Tag>
  return isCounted(kind) ? <Tag tone="success">{t('approved')}</Tag> : <Tag tone="warn">{t('waiting')}</Tag>
}
