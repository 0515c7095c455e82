import { getFormatter, getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import type { Checking } from '@/lib/ideas/certification/queries'
import { stateOf } from '@/lib/ideas/certification/rules'
import { ConfirmForm, GiveUpForm, ReverseForm } from './check-forms'

type Decision = Checking['decisions'][number]

/** What was proposed, confirmed or undone, the latest first. */
export async function Decisions({
  decisions,
  ideaId,
  personId,
}: {
  decisions: Decision[]
  ideaId: string
  /** Null for who only reads what others decide. */
  personId: string | null
}) {
  const t = await getTranslations('certification')
  if (decisions.length === 0) return <p className="text-muted">{t('noDecision')}</p>
  return (
    <ul className="space-y-6">
      {decisions.map((decision) => (
        <li key={decision.id} className="space-y-3 rounded-card border border-line p-5">
          <DecisionText decision={decision} />
          {personId && <Next {...{ decision, ideaId, personId }} />}
        </li>
      ))}
    </ul>
  )
}

/** What may still be done about it. */
async function Next({
  decision,
  ideaId,
  personId,
}: {
  decision: Decision
  ideaId: string
  personId: string
}) {
  const t = await getTranslations('certification')
  const { id, voices } = decision
  const state = stateOf(decision)
  if (state === 'confirmed')
    return (
      <Fold title={t('reverse')}>
        <ReverseForm {...{ ideaId, id }} />
      </Fold>
    )
  if (state !== 'proposed') return null
  return (
    <>
      {voices === 0 && <Notice>{t('stale')}</Notice>}
      {!!voices && decision.proposedById === personId && <Notice>{t('another')}</Notice>}
      {!!voices && decision.proposedById !== personId && <ConfirmForm {...{ ideaId, id }} count={voices} />}
      <Fold title={t('giveUp')}>
        <GiveUpForm {...{ ideaId, id }} />
      </Fold>
    </>
  )
}

async function DecisionText({ decision }: { decision: Decision }) {
  const [t, format] = await Promise.all([getTranslations('certification'), getFormatter()])
  const day = (on: string) =>
    format.dateTime(new Date(`${on}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
  const isOneDay = decision.fromDay === decision.toDay
  const count = decision.restoredCount ?? decision.takenCount ?? decision.foundCount
  return (
    <>
      <p className="font-bold">
        {t(`states.${stateOf(decision)}`, { count, held: decision.heldAgainCount ?? 0 })}
      </p>
      <p className="text-base text-muted">
        {[
          t(isOneDay ? 'onDay' : 'between', { from: day(decision.fromDay), to: day(decision.toDay) }),
          decision.onlyFresh ? t('onlyFresh') : null,
          decision.onlyHeld ? t('onlyHeld') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <WrittenText text={decision.reason} />
      {decision.reversedReason && <WrittenText text={decision.reversedReason} />}
    </>
  )
}
