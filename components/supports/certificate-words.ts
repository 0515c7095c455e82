import { getFormatter, getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import type { CertifiedFact } from '@/lib/ideas/collection/queries'
import { certificateLines, certifiedFrom, digestOf, lastMoment } from '@/lib/ideas/collection/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { Rules } from '@/tenants/rules'

export type CertificateWords = Awaited<ReturnType<typeof certificateWords>>

/** Everything the certificate says, in words: days with their month, the hour with its place. */
export async function certificateWords(fact: CertifiedFact) {
  const { tenant, locale } = await currentSite()
  const [t, format] = await Promise.all([getTranslations('supports.certificate'), getFormatter()])
  const timeZone = fact.timeZone ?? tenant.timeZone
  const dayOf = (moment: Date) => format.dateTime(moment, { dateStyle: 'long', timeZone })
  const city = localized(tenant.name, locale, tenant)
  const [threshold, ruleVersion, reachedAt] = [fact.threshold ?? 0, fact.ruleVersion ?? 1, fact.reachedAt!]
  const lines = certificateLines({ ...fact, city: tenant.id, threshold, ruleVersion, reachedAt })
  const n = format.number(threshold)
  const time = format.dateTime(reachedAt, { timeStyle: 'short', timeZone })
  const deadline = fact.deadlineAt ? dayOf(lastMoment(fact.deadlineAt)) : ''
  return {
    city,
    monogram: tenant.theme.monogram,
    platform: localized(tenant.platformNames.decider, locale, tenant),
    heading: t('heading'),
    kind: t('title'),
    title: fact.title,
    gathered: t('gathered'),
    figure: n,
    supports: t('supports', { count: threshold }),
    on: t('on', { date: dayOf(reachedAt), time, city }),
    lead: t('lead', { ...ideaWords({ tenant, locale }), city }),
    stays: t('stays'),
    facts: [
      [t('author'), fact.author ?? t(fact.isByMinor ? 'authorMinor' : 'authorGone')],
      [t('published'), fact.publishedAt ? dayOf(fact.publishedAt) : ''],
      [t('rules'), t('rulesVersion', { version: ruleVersion, n, date: deadline })],
      [t('state'), stateOf()],
    ] as const,
    digestName: t('digest'),
    digest: digestOf(lines),
    lines,
  }

  function stateOf(): string {
    if (fact.certifiedAt) return t('certified', { date: dayOf(fact.certifiedAt) })
    const { certificationDays } = Rules.parse(fact.rules)
    const until = certifiedFrom(fact.reachedAt!, certificationDays, timeZone)
    return t('provisional', { date: dayOf(lastMoment(until)) })
  }
}
