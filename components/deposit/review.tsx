import { getFormatter, getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { Step } from '@/lib/ideas/deposit/rules'
import { type RuleSet, thresholdAt } from '@/lib/rules/rules'

/** What still waits for an answer, each with its way there. */
export async function MissingSteps({ missing, hrefOf }: { missing: Step[]; hrefOf: (step: Step) => string }) {
  const t = await getTranslations('deposit')
  if (missing.length === 0) return null
  return (
    <Notice tone="warn" title={t('review.missingTitle')}>
      <p>{t('review.missing')}</p>
      <ul className="list-disc ps-6">
        {missing.map((step) => (
          <li key={step}>
            <a href={hrefOf(step)}>{t(`steps.${step}`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

export async function ChangeLinks({ hrefOf }: { hrefOf: (step: Step) => string }) {
  const t = await getTranslations('deposit')
  const links = [
    ['sujet', t('review.editSubject')],
    ['lieu', t('review.editPlace')],
    ['texte', t('review.editText')],
    ['images', t('review.editImages')],
  ] as const
  return (
    <ul className="mt-3 flex flex-wrap gap-x-6">
      {links.map(([step, text]) => (
        <li key={step}>
          <a href={hrefOf(step)} className="inline-flex min-h-11 items-center gap-2">
            <Icon name="pencil" />
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What the city owes once this is sent, with its own figures. */
export async function WhatHappensNext({
  ruleSet,
  place,
}: {
  ruleSet: Pick<RuleSet, 'rules' | 'threshold'>
  place: Parameters<typeof thresholdAt>[1]
}) {
  const t = await getTranslations('deposit')
  const format = await getFormatter()
  const { rules } = ruleSet
  const { duration } = rules
  const threshold = thresholdAt(ruleSet, place)
  const length =
    'months' in duration
      ? t('review.months', { count: duration.months })
      : t('review.days', { count: duration.days })
  const before = rules.moderation === 'before'
  const then = [
    before ? t('review.nextBefore', { days: rules.moderationWorkingDays }) : t('review.nextAfter'),
    ...(before ? [t('review.nextPullBack', { hours: rules.coolingOffHours })] : []),
    t('review.nextCollect', { threshold: format.number(threshold), duration: length }),
  ]
  return (
    <section aria-labelledby="what-next" className="border-s-4 border-line ps-5">
      <h2 id="what-next" className="text-xl">
        {t('review.nextTitle')}
      </h2>
      <ol className="mt-3 list-decimal space-y-2 ps-6">
        {then.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  )
}
