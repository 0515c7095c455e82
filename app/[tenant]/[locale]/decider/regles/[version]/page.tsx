import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { articlesOf } from '@/components/rules/articles'
import { RuleArticles } from '@/components/rules/rule-articles'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { districtNamer } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { listRuleSets } from '@/lib/rules/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ version: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('rules')
  return { title: t('past.title', await params) }
}

/** The rules as they were on a day: what an idea published under them links to. */
export default async function RuleVersionPage({ params }: Props) {
  const { version } = await params
  const site = await currentSite()
  const [t, format, href, versions] = await Promise.all([
    getTranslations('rules'),
    getFormatter(),
    currentHref(),
    listRuleSets(site.tenant),
  ])
  const place = versions.findIndex((one) => String(one.version) === version)
  const set = versions[place] ?? notFound()
  const next = versions[place - 1]
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  const title = t('past.title', { version })
  const trail = [
    { href: href('/'), text: t('home') },
    { href: href('/regles'), text: t('title') },
    { text: title },
  ]
  return (
    <Page title={title} above={<Breadcrumbs label={t('trail')} trail={trail} />}>
      <div className="mb-10 max-w-text">
        {next ? (
          <Notice tone="warn" title={t('past.notice')}>
            <p>{t('past.explained', { from: day(set.validFrom), until: day(next.validFrom) })}</p>
            <p>
              <a href={href('/regles')}>{t('past.toCurrent')}</a>
            </p>
          </Notice>
        ) : (
          <Notice>{t('past.current', { from: day(set.validFrom) })}</Notice>
        )}
      </div>
      <RuleArticles
        articles={articlesOf({
          ...{ t, locale: site.locale, set },
          words: ideaWords(site),
          nameOf: districtNamer(site),
        })}
        contents={t('contents')}
      />
    </Page>
  )
}
