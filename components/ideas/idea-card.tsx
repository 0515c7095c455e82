import { getFormatter, getTranslations } from 'next-intl/server'
import { Icon, NamedIcon } from '@/components/ui/icon'
import { Progress } from '@/components/ui/progress'
import { districtNames, localized } from '@/lib/i18n/localized'
import type { IdeaCard as Idea } from '@/lib/ideas/cards/queries'
import { daysLeft, shelfOf } from '@/lib/ideas/rules'
import type { Site } from '@/lib/tenancy/site'
import { StageTag } from './stage-tag'

/** One idea in a list: what it is about, how far it has come, how long is left. Nothing else. */
export async function IdeaCard({
  idea,
  href,
  site,
  now,
  level: Heading = 'h2',
}: {
  idea: Idea
  href: string
  site: Pick<Site, 'tenant' | 'locale'>
  now: Date
  level?: 'h2' | 'h3'
}) {
  const { tenant, locale } = site
  const theme = tenant.themes.find(({ id }) => id === idea.themeId)
  const districts = districtNames(site, idea)
  return (
    <article className="relative flex h-full flex-col rounded-card border border-line bg-paper p-5 hover:border-control">
      <Heading className="text-lg leading-snug md:text-xl">
        <a
          href={href}
          lang={idea.locale === locale ? undefined : idea.locale}
          dir="auto"
          className="line-clamp-2 text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline"
        >
          {idea.title}
        </a>
      </Heading>
      <p className="mt-2 mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {theme && (
          <span className="inline-flex items-center gap-1.5">
            <NamedIcon name={theme.icon} />
            {localized(theme.name, locale, tenant)}
          </span>
        )}
        {districts.length > 0 && (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="map-pin" />
            {districts.join(' · ')}
          </span>
        )}
      </p>
      <div className="mt-auto">
        <HowFar idea={idea} now={now} />
      </div>
    </article>
  )
}

async function HowFar({ idea, now }: { idea: Idea; now: Date }) {
  const t = await getTranslations('ideas')
  const format = await getFormatter()
  const count = idea.supportCount
  return (
    <>
      {idea.threshold && (
        <Progress
          value={count}
          max={idea.threshold}
          text={t('card.supports', { count, threshold: idea.threshold })}
        />
      )}
      <p className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
        {idea.threshold ? (
          <span className="tabular">
            <strong className="text-base">{format.number(count)}</strong>
            <span className="text-muted"> / {format.number(idea.threshold)}</span>
          </span>
        ) : (
          <span>{t('card.imported', { count: idea.importedSupportCount })}</span>
        )}
        {shelfOf(idea) === 'open' && idea.deadlineAt ? (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="hourglass" />
            {t('card.daysLeft', { days: daysLeft(idea.deadlineAt, now) })}
          </span>
        ) : (
          <StageTag idea={idea} />
        )}
      </p>
    </>
  )
}
