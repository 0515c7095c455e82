import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { WrittenText } from '@/components/ideas/written-text'
import { Icon } from '@/components/ui/icon'
import type { Consultation } from '@/lib/consultations/queries'
import { daysBetween, isLate } from '@/lib/consultations/rules'
import { dayWords } from './when'

type Step = {
  key: string
  label: string
  day: string | null
  state: 'past' | 'next' | 'late' | 'off'
  text?: ReactNode
}

/** From the announcement to what was done: what is past is filled, what the city owes is hollow with its day. */
export async function ConsultationLife({ one, today }: { one: Consultation; today: string }) {
  const [t, dayOf, steps] = await Promise.all([
    getTranslations('consultations'),
    dayWords(),
    stepsOf(one, today),
  ])
  return (
    <ol>
      {steps.map(({ key, label, day, state, text }, place) => (
        <li key={key} className="relative flex gap-4 pb-6 last:pb-0">
          {place < steps.length - 1 && (
            <span aria-hidden="true" className="absolute start-[0.6875rem] top-7 -bottom-1 w-0.5 bg-line" />
          )}
          <span
            aria-hidden="true"
            className={`relative mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border-2 ${marks[state]}`}
          >
            {state === 'past' && <Icon name="check" className="size-3.5" />}
            {state === 'off' && <Icon name="x" className="size-3.5" />}
            {state === 'late' && <Icon name="clock" className="size-3.5" />}
          </span>
          <div className="min-w-0">
            <p className="font-bold">
              {label}
              {state === 'next' && <span className="ms-2 font-normal text-muted">({t('life.next')})</span>}
              {state === 'late' && day && (
                <span className="ms-2 text-danger">{t('late', { days: daysBetween(day, today) })}</span>
              )}
            </p>
            {day && (
              <p className="text-base text-muted">
                <time dateTime={day}>{dayOf(day)}</time>
              </p>
            )}
            {text}
          </div>
        </li>
      ))}
    </ol>
  )
}

const marks = {
  past: 'border-action bg-action text-on-action',
  next: 'border-dashed border-control bg-paper',
  late: 'border-danger bg-paper text-danger',
  off: 'border-danger bg-paper text-danger',
}

async function stepsOf(one: Consultation, today: string): Promise<Step[]> {
  const t = await getTranslations('consultations')
  const { opensOn, closesOn, reportedOn, decidedOn, followedUpOn, cancelledOn } = one
  const said = (key: 'reported' | 'decided' | 'followedUp', day: string, text: ReactNode): Step => ({
    key,
    label: t(`life.${key}`),
    day,
    state: 'past',
    text: <div className="mt-2">{text}</div>,
  })
  if (cancelledOn) return cancelledSteps(one, t('life.opens'), t('life.cancelled'))
  return [
    {
      key: 'opens',
      label: t('life.opens'),
      day: opensOn,
      state: opensOn && opensOn <= today ? 'past' : 'next',
    },
    {
      key: 'closes',
      label: t('life.closes'),
      day: closesOn,
      state: closesOn && closesOn < today ? 'past' : 'next',
    },
    reportedOn ? said('reported', reportedOn, <Report one={one} />) : await owedStep(one, today),
    ...(decidedOn ? [said('decided', decidedOn, <WrittenText text={one.decision ?? ''} />)] : []),
    ...(followedUpOn ? [said('followedUp', followedUpOn, <WrittenText text={one.followUp ?? ''} />)] : []),
  ]
}

function cancelledSteps(one: Consultation, opens: string, cancelled: string): Step[] {
  const { opensOn, cancelledOn } = one
  const hadBegun = opensOn !== null && opensOn <= cancelledOn!
  return [
    ...(hadBegun ? [{ key: 'opens', label: opens, day: opensOn, state: 'past' } as const] : []),
    { key: 'cancelled', label: cancelled, day: cancelledOn, state: 'off' },
  ]
}

async function owedStep(one: Consultation, today: string): Promise<Step> {
  const t = await getTranslations('consultations')
  return {
    key: 'due',
    label: t('life.reportDue'),
    day: one.reportDueOn,
    state: isLate(one, today) ? 'late' : 'next',
    text: <p className="mt-1 text-base text-muted">{t('life.decisionNext')}</p>,
  }
}

async function Report({ one }: { one: Consultation }) {
  const t = await getTranslations('consultations')
  return (
    <>
      <p className="mb-2 font-bold">{t('life.participants', { count: one.participantCount ?? 0 })}</p>
      <WrittenText text={one.report ?? ''} />
    </>
  )
}
