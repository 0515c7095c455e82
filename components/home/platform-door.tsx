import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dateWords } from '@/components/agir/dates/date-words'
import { Icon } from '@/components/ui/icon'
import type { ActivityCard } from '@/lib/agir/finding/cards/queries'
import type { Overview } from '@/lib/ideas/overview/queries'
import { daysLeft } from '@/lib/ideas/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { Line } from './line'

type Given = { href: string; name: string; text: string; children: ReactNode }

/** The way into a platform: what it is for, and what goes on there now. */
export async function PlatformDoor({ href, name, text, children }: Given) {
  const t = await getTranslations('home')
  return (
    <article className="flex h-full flex-col rounded-card border border-line p-5 md:p-8">
      <h2>
        <a href={href} className="text-ink no-underline hover:underline">
          {name}
        </a>
      </h2>
      <p className="mt-3 mb-6 text-muted">{text}</p>
      {children}
      <a
        href={href}
        aria-label={t('city.enterNamed', { name })}
        className="mt-auto inline-flex min-h-11 items-center gap-1.5 self-start pt-4 font-bold"
      >
        {t('city.enter')}
        <Icon name="arrow-right" />
      </a>
    </article>
  )
}

const Now = ({ children }: { children: ReactNode }) => (
  <ul className="divide-y divide-line border-t-4 border-action">{children}</ul>
)

/** The next three things to do, each with its day. */
export async function ToDoNow({ cards }: { cards: ActivityCard[] }) {
  const [{ locale }, href, words] = await Promise.all([currentSite(), currentHref(), dateWords()])
  if (cards.length === 0) return null
  return (
    <Now>
      {cards.map(({ slug, title, locale: written, date }) => (
        <Line
          key={slug}
          href={href(`/activites/${slug}`, 'agir')}
          title={title}
          lang={written === locale ? undefined : written}
        >
          {date && (
            <span className="inline-flex gap-1.5">
              <Icon name="clock" className="mt-1 shrink-0" />
              <time dateTime={date.startsAt.toISOString()} className="first-letter:uppercase">
                {words.whole(date)}
              </time>
            </span>
          )}
        </Line>
      ))}
    </Now>
  )
}

/** What is nearest to its goal, what ends first, and what the city owes an answer about: one of each. */
export async function DecidedNow({ overview, now }: { overview: Overview; now: Date }) {
  const [t, ideas, format, hrefOn] = await Promise.all([
    getTranslations('home'),
    getTranslations('ideas'),
    getFormatter(),
    currentHref(),
  ])
  const [near] = overview.nearTheGoal
  const closing = overview.closingSoon.find(({ id }) => id !== near?.id)
  const [reached] = overview.reached
  if (!near && !closing && !reached) return null
  const to = ({ slug }: { slug: string }) => hrefOn(`/idees/${slug}`, 'decider')
  return (
    <Now>
      {near && (
        <Line href={to(near)} title={near.title}>
          <Fact icon="hand-heart">
            {t('progressLabel', { count: near.supportCount, threshold: near.threshold })}
          </Fact>
        </Line>
      )}
      {closing && (
        <Line href={to(closing)} title={closing.title}>
          <Fact icon="hourglass">{ideas('card.daysLeft', { days: daysLeft(closing.deadlineAt, now) })}</Fact>
        </Line>
      )}
      {reached && (
        <Line href={to(reached)} title={reached.title}>
          <Fact icon="gavel">
            {t('reachedOn', { date: format.dateTime(reached.reachedAt, { dateStyle: 'long' }) })}
          </Fact>
        </Line>
      )}
    </Now>
  )
}

function Fact({ icon, children }: { icon: 'hand-heart' | 'hourglass' | 'gavel'; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon name={icon} />
      {children}
    </span>
  )
}
