import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Step } from '@/lib/ideas/timeline/rules'
import { currentHref } from '@/lib/tenancy/current-site'

const dated = ['seeking_carrier', 'deadline_prolonged', 'resumed', 'merged'] as const
const linked = ['merged', 'merged_in', 'unmerged', 'split_off', 'split'] as const
const personal = ['adopted', 'co_carrier_joined', 'co_carrier_left'] as const

type Detail = {
  slug?: string
  other?: string
  untilAt?: string
  deadlineAt?: string
  answersUntilAt?: string
}

/** What a step in the life of an idea says beyond its name: until when, with which other idea, by whom. */
export async function LifeStepText({ step }: { step: Step & { state: 'past' } }): Promise<ReactNode> {
  const [t, format, href] = await Promise.all([getTranslations('life'), getFormatter(), currentHref()])
  const { slug, other, ...days } = step.detail as Detail
  const until = days.untilAt ?? days.deadlineAt ?? days.answersUntilAt
  const isOneOf = (kinds: readonly string[]) => kinds.includes(step.kind)
  const date = until && format.dateTime(new Date(new Date(until).getTime() - 1), { dateStyle: 'long' })
  const name = step.name ?? t(step.isByMinor ? 'timeline.minor' : 'timeline.gone')
  return (
    <>
      {isOneOf(personal) && <p className="mt-1">{t('timeline.by', { name })}</p>}
      {isOneOf(linked) && slug && other && (
        <p className="mt-1">
          {t.rich(`timeline.${step.kind as (typeof linked)[number]}`, {
            title: other,
            link: (text: ReactNode) => (
              <a href={href(`/idees/${slug}`)} dir="auto">
                {text}
              </a>
            ),
          })}
        </p>
      )}
      {isOneOf(dated) && date && (
        <p className="mt-1">{t(`timeline.until.${step.kind as (typeof dated)[number]}`, { date })}</p>
      )}
      {step.kind === 'seeking_carrier' && (
        <p className="mt-1">
          {step.byRole === 'author' ? t('timeline.left', { name }) : t('timeline.deleted')}
        </p>
      )}
    </>
  )
}
