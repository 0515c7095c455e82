import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { WrittenText } from '@/components/ideas/written-text'
import { confirm, undo } from '@/lib/ideas/merges/actions'
import type { MergeRow } from '@/lib/ideas/merges/queries'
import { mergeRefusals } from '@/lib/ideas/merges/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { refusalWords } from './refusal-words'

/** Proposals and what came of them, each with the act that is still possible. */
export async function MergeList({ merges, byId }: { merges: MergeRow[]; byId: string }) {
  const t = await getTranslations('life')
  return (
    <section aria-labelledby="merges">
      <h2 id="merges" className="text-xl">
        {t('staff.merges.title')}
      </h2>
      {merges.length === 0 && <p className="mt-2 text-muted">{t('staff.merges.none')}</p>}
      <ul className="mt-4 space-y-6">
        {merges.map((merge) => (
          <li key={merge.id} className="rounded-card border border-line p-5">
            <MergeCard merge={merge} byId={byId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

async function MergeCard({ merge, byId }: { merge: MergeRow; byId: string }) {
  const [t, format, href] = [await getTranslations('life'), await getFormatter(), await currentHref()]
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const link = (slug: string | null) =>
    function Linked(text: ReactNode) {
      return (
        <a href={href(`/idees/${slug}`)} dir="auto">
          {text}
        </a>
      )
    }
  const pair = {
    from: merge.source.title,
    to: merge.target.title,
    source: link(merge.source.slug),
    target: link(merge.target.slug),
  }
  const isWaiting = merge.state === 'proposed'
  return (
    <div className="space-y-3">
      <p className="font-bold">{t.rich('staff.merges.pair', pair)}</p>
      <p className="text-base text-muted">
        {t(`staff.merges.states.${merge.state}`)} · {t('staff.merges.date', { date: day(merge.proposedAt) })}
      </p>
      <WrittenText text={merge.endReason ?? merge.reason} />
      {isWaiting && merge.sourceYesAt && <p>{t('staff.merges.sourceYes')}</p>}
      {isWaiting && merge.targetYesAt && <p>{t('staff.merges.targetYes')}</p>}
      {isWaiting && !merge.mayConfirm && <p>{t('staff.merges.silent', { date: day(merge.silentFrom) })}</p>}
      {isWaiting && merge.mayConfirm && merge.proposedById !== byId && <ConfirmForm mergeId={merge.id} />}
      {merge.state === 'merged' && merge.mayUndo && merge.undoUntil && (
        <UndoForm mergeId={merge.id} date={day(new Date(merge.undoUntil.getTime() - 1))} />
      )}
    </div>
  )
}

async function ConfirmForm({ mergeId }: { mergeId: string }) {
  const t = await getTranslations('life')
  return (
    <ActionForm action={confirm} words={await formWords()} refusals={await refusalWords(mergeRefusals)}>
      <input type="hidden" name="mergeId" value={mergeId} />
      <SubmitButton>{t('staff.merges.confirm')}</SubmitButton>
    </ActionForm>
  )
}

async function UndoForm({ mergeId, date }: { mergeId: string; date: string }) {
  const t = await getTranslations('life')
  return (
    <ActionForm
      action={undo}
      words={await formWords()}
      labels={{ reason: t('staff.merges.reason') }}
      ids={{ reason: `undo-${mergeId}` }}
      refusals={await refusalWords(mergeRefusals)}
      className="space-y-4"
    >
      <input type="hidden" name="mergeId" value={mergeId} />
      <p>{t('staff.merges.undoText', { date })}</p>
      <FormArea name="reason" id={`undo-${mergeId}`} label={t('staff.merges.reason')} rows={3} required />
      <SubmitButton variant="danger">{t('staff.merges.undo')}</SubmitButton>
    </ActionForm>
  )
}
