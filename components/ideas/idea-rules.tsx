import { getFormatter, getTranslations } from 'next-intl/server'
import { durationInWords } from '@/components/home/words'
import { zoneInWords } from '@/lib/i18n/zone'
import { ideaWords } from '@/lib/i18n/words'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { Section } from './section'

/** The rules this idea took with it when it was published. */
export async function IdeaRules({ idea }: { idea: PublicIdea }) {
  if (idea.ruleVersion === null || !idea.rules || !idea.deadlineAt || !idea.timeZone) return null
  const site = await currentSite()
  const [t, href, format] = await Promise.all([getTranslations('ideas'), currentHref(), getFormatter()])
  const lastDay = new Date(idea.deadlineAt.getTime() - 1)
  const date = format.dateTime(lastDay, { dateStyle: 'long', timeZone: idea.timeZone })
  const zone = zoneInWords(idea.timeZone, site.locale, lastDay)
  const facts = [
    [t('rules.threshold'), t('rules.thresholdText', { count: idea.threshold ?? 0 })],
    [t('rules.duration'), await durationInWords(idea.rules.duration)],
    [t('rules.deadline'), t('rules.deadlineText', { date, zone })],
    [t('rules.age'), t('rules.ageText', { age: idea.supportMinAge ?? 0 })],
    [t('rules.answer'), t('rules.answerText', { months: idea.rules.answerMonths })],
  ]
  return (
    <Section id="regles" title={t('rules.title')}>
      <p className="text-muted">{t('rules.frozen', ideaWords(site))}</p>
      <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="mb-2 font-bold sm:mb-0">{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">
        <a href={href(`/regles/${idea.ruleVersion}`)}>{t('rules.all', { version: idea.ruleVersion })}</a>
      </p>
    </Section>
  )
}
