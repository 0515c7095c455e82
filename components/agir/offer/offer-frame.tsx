import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Steps } from '@/components/ui/steps'
import { type Step, stepBefore, steps } from '@/lib/agir/activities/answers/rules'

type Props = {
  step: Step
  question: string
  lead?: ReactNode
  /** Where each step of this draft is; none before the first answer. */
  hrefOf?: (step: Step) => string
  laterHref: string
  children: ReactNode
}

/** One question, where one is, the way back, and the way out that loses nothing. */
export async function OfferFrame({ step, question, lead, hrefOf, laterHref, children }: Props) {
  const t = await getTranslations('agirOffer')
  const now = steps.indexOf(step)
  const before = stepBefore(step)
  const trail = steps.map((one, index) => ({
    title: t(`steps.${one}`),
    href: hrefOf?.(one),
    state: index < now ? ('done' as const) : index === now ? ('current' as const) : ('ahead' as const),
  }))
  const where = t('progress', { step: now + 1, count: steps.length })
  return (
    <Page
      title={question}
      lead={lead}
      width="text"
      above={<Steps label={t('stepsLabel')} text={where} steps={trail} />}
    >
      {children}
      {hrefOf && (
        <p className="mt-10 flex flex-wrap items-center gap-x-6 border-t border-line pt-4">
          {before && (
            <a href={hrefOf(before)} className="inline-flex min-h-11 items-center gap-2">
              <Icon name="arrow-left" />
              {t('back')}
            </a>
          )}
          <a href={laterHref} className="inline-flex min-h-11 items-center">
            {t('later')}
          </a>
        </p>
      )}
    </Page>
  )
}
