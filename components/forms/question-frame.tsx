import type { ReactNode } from 'react'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Steps } from '@/components/ui/steps'

export type Question<Step extends string> = {
  step: Step
  question: string
  lead?: ReactNode
  /** Where each step of this draft is; none before the first answer. */
  hrefOf?: (step: Step) => string
  laterHref: string
  children: ReactNode
}
type Words<Step> = {
  titleOf: (step: Step) => string
  label: string
  progress: (at: { step: number; count: number }) => string
  back: string
  later: string
}
type Props<Step extends string> = Question<Step> & { steps: readonly Step[]; words: Words<Step> }

/** One question, where one is, the way back, and the way out that loses nothing. */
export function QuestionFrame<Step extends string>({ steps, step, words, hrefOf, ...shown }: Props<Step>) {
  const now = steps.indexOf(step)
  const before = steps[now - 1]
  const trail = steps.map((one, index) => ({
    title: words.titleOf(one),
    href: hrefOf?.(one),
    state: index < now ? ('done' as const) : index === now ? ('current' as const) : ('ahead' as const),
  }))
  const where = words.progress({ step: now + 1, count: steps.length })
  return (
    <Page
      title={shown.question}
      lead={shown.lead}
      width="text"
      above={<Steps label={words.label} text={where} steps={trail} />}
    >
      {shown.children}
      {hrefOf && (
        <p className="mt-10 flex flex-wrap items-center gap-x-6 border-t border-line pt-4">
          {before && (
            <a href={hrefOf(before)} className="inline-flex min-h-11 items-center gap-2">
              <Icon name="arrow-left" />
              {words.back}
            </a>
          )}
          <a href={shown.laterHref} className="inline-flex min-h-11 items-center">
            {words.later}
          </a>
        </p>
      )}
    </Page>
  )
}
