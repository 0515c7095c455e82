import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { articlesOf } from '@/components/rules/articles'
import { RuleArticles } from '@/components/rules/rule-articles'
import { RuleHistory } from '@/components/rules/rule-history'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { districtNamer, localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { listRuleSets } from '@/lib/rules/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules')
  return { title: t('title') }
}

export default async function RulesPage() {
  const site = await currentSite()
  const [t, format, href, versions] = await Promise.all([
    getTranslations('rules'),
    getFormatter(),
    currentHref(),
    listRuleSets(site.tenant),
  ])
  const set = versions[0] ?? notFound()
  const legal = await getTranslations('legal')
  const extra = site.tenant.legal.extra.participation
  const words = ideaWords(site)
  const date = format.dateTime(set.validFrom, { dateStyle: 'long' })
  return (
    <Page
      title={t('heading')}
      lead={t('lead', words)}
      above={
        <Breadcrumbs
          label={t('trail')}
          trail={[{ href: href('/'), text: t('home') }, { text: t('title') }]}
        />
      }
    >
      <p className="mb-8 text-muted">{t('inForce', { version: set.version, date })}</p>
      <RuleArticles
        articles={articlesOf({ t, locale: site.locale, words, set, nameOf: districtNamer(site) })}
        contents={t('contents')}
      />
      {extra && (
        <section aria-labelledby="precisions" className="mt-12 max-w-text">
          <h2 id="precisions" className="text-xl">
            {legal('extra')}
          </h2>
          <p className="mt-3 whitespace-pre-line">{localized(extra, site.locale, site.tenant)}</p>
        </section>
      )}
      <section
        id="historique"
        aria-labelledby="historique-titre"
        className="mt-16 border-t border-line pt-12"
      >
        <h2 id="historique-titre">{t('history.title')}</h2>
        <p className="mt-3 mb-8 max-w-text text-muted">{t('history.lead')}</p>
        <RuleHistory
          versions={versions}
          locale={site.locale}
          hrefOf={(version) => href(`/regles/${version}`)}
        />
      </section>
    </Page>
  )
}
