import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { createTranslator } from 'use-intl/core'
import { Page } from '@/components/layout/page'
import { legalArticles, type SayLegal } from '@/components/legal/articles'
import { LegalHistory } from '@/components/legal/legal-history'
import { RuleArticles } from '@/components/rules/rule-articles'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { alternates } from '@/lib/i18n/alternates'
import { messagesOf } from '@/lib/i18n/city-messages'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { listAnswers } from '@/lib/tenancy/legal/queries'
import { asAnswered, editionsOf, legalPaths } from '@/lib/tenancy/legal/rules'
import type { LegalDocument } from '@/tenants/legal'

type Written = Exclude<LegalDocument, 'participation'>
export type LegalProps = { searchParams: Promise<{ version?: string | string[] }> }

export async function legalMetadata(document: Written): Promise<Metadata> {
  const t = await getTranslations('legal')
  return {
    title: t(`titles.${document}`),
    alternates: alternates(await currentSite(), legalPaths[document]),
  }
}

/** One legal page, as it is or as it was under a version, with everything that ever changed in it. */
export async function LegalPage({ document, searchParams }: LegalProps & { document: Written }) {
  const { version: asked } = await searchParams
  const { tenant, locale } = await currentSite()
  const [format, hrefOf, versions] = await Promise.all([getFormatter(), currentHref(), listAnswers(tenant)])
  const editions = editionsOf(versions, document)
  const place = asked === undefined ? 0 : editions.findIndex(({ version }) => String(version) === asked)
  const edition = editions[place] ?? notFound()
  const next = editions[place - 1]
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  const dayWords = (date: string) => format.dateTime(new Date(date), { dateStyle: 'long', timeZone: 'UTC' })
  const shown = next ? asAnswered(tenant, edition.answers) : tenant
  const messages = messagesOf(shown, locale)
  const t = createTranslator({ locale, messages, namespace: 'legal' }) as unknown as SayLegal
  const codes = createTranslator({ locale, messages, namespace: 'moderation.codes' })
  const told = { t, codeWords: codes, dayWords, hrefOf, tenant: shown, locale }
  const title = t(`titles.${document}`)
  const href = hrefOf(legalPaths[document])
  const { reviewedOn } = shown.legal
  return (
    <Page
      title={title}
      lead={t(`${document}.lead`)}
      above={
        <Breadcrumbs label={t('trail')} trail={[{ href: hrefOf('/'), text: t('home') }, { text: title }]} />
      }
    >
      {next ? (
        <div className="mb-8 max-w-text">
          <Notice tone="warn" title={t('past.notice')}>
            <p>{t('past.explained', { from: day(edition.publishedAt), until: day(next.publishedAt) })}</p>
            <a href={href}>{t('past.toCurrent')}</a>
          </Notice>
        </div>
      ) : (
        <p className="mb-8 text-muted">
          {t('current', { version: edition.version, date: day(edition.publishedAt) })}{' '}
          {reviewedOn && t('reviewed', { date: dayWords(reviewedOn) })}
        </p>
      )}
      <RuleArticles articles={legalArticles(document, told)} contents={t('contents')} />
      <LegalHistory editions={editions} href={href} />
    </Page>
  )
}
