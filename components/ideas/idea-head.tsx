import { getFormatter, getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Icon, NamedIcon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { districtNames, localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { shelfOf } from '@/lib/ideas/rules'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { StageTag } from './stage-tag'

/** What it is, where, by whom and since when: read before anything else. */
export async function IdeaHead({ idea }: { idea: PublicIdea }) {
  const site = await currentSite()
  const { tenant, locale } = site
  const [t, href, format] = await Promise.all([getTranslations('ideas'), currentHref(), getFormatter()])
  const theme = tenant.themes.find(({ id }) => id === idea.themeId)
  const { Ideas } = ideaWords(site)
  const names = new Intl.ListFormat(locale).format(idea.carriers)
  const beside = idea.carriers.length > 0 && (await getTranslations('life'))('beside', { names })
  return (
    <header>
      <Breadcrumbs
        label={t('trail')}
        trail={[
          { href: href('/'), text: t('home') },
          { href: href('/idees'), text: Ideas },
          ...(theme
            ? [{ href: `${href('/idees')}?theme=${theme.id}`, text: localized(theme.name, locale, tenant) }]
            : []),
        ]}
      />
      <h1 dir="auto" lang={idea.locale === locale ? undefined : idea.locale} className="mt-4">
        {idea.title}
      </h1>
      <ul className="mt-4 flex flex-wrap items-center gap-2">
        {shelfOf(idea) !== 'open' && (
          <li>
            <StageTag idea={idea} />
          </li>
        )}
        {districtNames(site, idea).map((name) => (
          <li key={name}>
            <Tag icon={<Icon name="map-pin" />}>{name}</Tag>
          </li>
        ))}
        {theme && (
          <li>
            <Tag icon={<NamedIcon name={theme.icon} />}>{localized(theme.name, locale, tenant)}</Tag>
          </li>
        )}
      </ul>
      <p className="mt-4 flex flex-wrap gap-x-4 text-base text-muted">
        <span className="empty:hidden">
          {idea.author
            ? [t('idea.by', { name: idea.author }), beside].filter(Boolean).join(' ')
            : idea.origin
              ? null
              : [t(idea.isByMinor ? 'idea.byMinor' : 'idea.byDeleted'), idea.isByMinor && beside]
                  .filter(Boolean)
                  .join(' ')}
        </span>
        {idea.publishedAt && (
          <time dateTime={idea.publishedAt.toISOString()}>
            {t('idea.publishedOn', { date: format.dateTime(idea.publishedAt, { dateStyle: 'long' }) })}
          </time>
        )}
      </p>
    </header>
  )
}
