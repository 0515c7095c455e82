import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { knownFrom } from '@/lib/agir/activities/answers/rules'
import { ladderOf, residentsNeeded, type Rung } from '@/lib/agir/organisations/proofs/rules'
import type { ManagedOrganisation } from '@/lib/agir/organisations/queries'
import { isInformal } from '@/lib/agir/organisations/rules'
import { limits } from '@/lib/agir/schedules/rules'

type Shown = {
  one: ManagedOrganisation
  /** How many residents answer for it. */
  vouched: number
}

/** What those who run a page can do already, and what the next step opens: nobody waits with nothing to do. */
export async function Ladder({ one, vouched }: Shown) {
  const t = await getTranslations('agirProofs.ladder')
  const rungs = ladderOf(one)
  const last = rungs.findLast(({ isReached }) => isReached)?.rung
  return (
    <Section id="echelle" title={t('title')}>
      <ol className="space-y-5">
        {rungs.map((step) => (
          <Step key={step.rung} {...{ ...step, one, vouched }} isLast={step.rung === last} />
        ))}
      </ol>
    </Section>
  )
}

type StepShown = Shown & { rung: Rung; isReached: boolean; isNext: boolean; isLast: boolean }

async function Step({ rung, isReached, isNext, isLast, one, vouched }: StepShown) {
  const t = await getTranslations('agirProofs.ladder')
  const group = isInformal(one.kind) ? 'informal' : 'formal'
  return (
    <li
      aria-current={isLast ? 'step' : undefined}
      className={`border-s-4 ps-4 ${isReached ? 'border-action' : 'border-line'}`}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">{rung === 'read' ? t('read.title') : t(`${rung}.${group}`)}</span>
        {isReached && (
          <Tag tone="success" icon={<Icon name="check" className="size-4" />}>
            {t(isLast ? 'here' : 'reached')}
          </Tag>
        )}
        {rung === 'known' && isNext && (
          <span className="text-base text-muted">
            {t('vouched', { count: vouched, needed: residentsNeeded })}
          </span>
        )}
      </p>
      <p className={`mt-1 ${isReached || isNext ? '' : 'text-muted'}`}>{await opensOf(rung, one)}</p>
    </li>
  )
}

async function opensOf(rung: Rung, { kind, state, trust }: ManagedOrganisation): Promise<string> {
  const t = await getTranslations('agirProofs.ladder')
  if (rung !== 'read') return t(`${rung}.opens`)
  if (state === 'draft' || state === 'submitted') return t('read.waits')
  const weekly = trust < knownFrom ? t('read.weekly', { weekly: limits.perWeekUntrusted }) : ''
  return [t('read.opens'), weekly, isInformal(kind) ? t('read.atFirst') : ''].filter(Boolean).join(' ')
}
