import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { Progress } from '@/components/ui/progress'
import type { Overview } from '@/lib/ideas/overview/queries'
import { shelfWords, sorts } from '@/lib/ideas/listing/rules'
import { daysLeft } from '@/lib/ideas/rules'
import { Line } from './line'

type Given = {
  overview: Overview
  threshold: number
  now: Date
  hrefOn: (path: string) => string
}

/** Three reasons to look now: almost there, almost over, and what the city owes. */
export async function IdeaColumns({ overview, threshold, now, hrefOn }: Given) {
  const t = await getTranslations('home')
  const ideas = await getTranslations('ideas')
  const format = await getFormatter()
  return (
    <section aria-labelledby="en-ce-moment" className="shell py-16 md:py-24">
      <h2 id="en-ce-moment" className="sr-only">
        {t('now')}
      </h2>
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-3">
        <Column
          title={t('nearTheGoal')}
          href={hrefOn(`/idees?etat=${shelfWords.open}&tri=${sorts.supported}`)}
          empty={t('nearTheGoalEmpty')}
        >
          {overview.nearTheGoal.map((idea) => (
            <Line key={idea.id} href={hrefOn(`/idees/${idea.slug}`)} title={idea.title}>
              <span className="tabular font-bold text-ink">
                {t('progress', { count: idea.supportCount, threshold: idea.threshold })}
              </span>
              <Progress
                value={idea.supportCount}
                max={idea.threshold}
                text={t('progressLabel', { count: idea.supportCount, threshold: idea.threshold })}
              />
            </Line>
          ))}
        </Column>
        <Column
          title={t('closingSoon')}
          href={hrefOn(`/idees?etat=${shelfWords.open}&tri=${sorts.closing}`)}
          empty={t('closingSoonEmpty')}
        >
          {overview.closingSoon.map((idea) => (
            <Line key={idea.id} href={hrefOn(`/idees/${idea.slug}`)} title={idea.title}>
              <span className="inline-flex items-center gap-1.5 font-bold text-ink">
                <Icon name="hourglass" />
                {ideas('card.daysLeft', { days: daysLeft(idea.deadlineAt, now) })}
              </span>
              <span className="tabular">{t('supports', { count: idea.supportCount })}</span>
            </Line>
          ))}
        </Column>
        <Column
          title={t('reached')}
          href={hrefOn(`/idees?etat=${shelfWords.reached}`)}
          empty={t('reachedEmpty', { threshold })}
        >
          {overview.reached.map((idea) => (
            <Line key={idea.id} href={hrefOn(`/idees/${idea.slug}`)} title={idea.title}>
              <span className="inline-flex items-center gap-1.5 font-bold text-ink">
                <Icon name="gavel" />
                {t('reachedOn', { date: format.dateTime(idea.reachedAt, { dateStyle: 'long' }) })}
              </span>
            </Line>
          ))}
        </Column>
      </div>
    </section>
  )
}

async function Column({
  title,
  href,
  empty,
  children,
}: {
  title: string
  href: string
  empty: string
  children: ReactNode[]
}) {
  const t = await getTranslations('home')
  return (
    <div>
      <h3 className="border-t-4 border-action pt-3">{title}</h3>
      {children.length === 0 ? (
        <p className="mt-3 text-muted">{empty}</p>
      ) : (
        <>
          <ul className="mt-1 divide-y divide-line">{children}</ul>
          <a
            href={href}
            aria-label={t('seeAllOf', { column: title })}
            className="mt-2 inline-flex min-h-11 items-center gap-1.5 font-bold"
          >
            {t('seeAll')}
            <Icon name="arrow-right" />
          </a>
        </>
      )}
    </div>
  )
}
