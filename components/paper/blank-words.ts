import { getFormatter, getTranslations } from 'next-intl/server'
import { residenceWords } from '@/components/rules/rule-words'
import { localized } from '@/lib/i18n/localized'
import { zoneInWords } from '@/lib/i18n/zone'
import { lastMoment } from '@/lib/ideas/collection/rules'
import type { BlankSheet } from '@/lib/ideas/paper/blank/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export type BlankWords = Awaited<ReturnType<typeof blankWords>>

/** Everything the sheet says, in the language being read. */
export async function blankWords(idea: BlankSheet) {
  const { tenant, locale, origin } = await currentSite()
  const [t, href] = await Promise.all([getTranslations('paper.blank'), currentHref()])
  const city = localized(tenant.legal.legalName ?? tenant.name, locale, tenant)
  const { email } = tenant.contact
  const rights = t(idea.withdrawUntil === 'never' ? 'rights' : 'remove', { email })
  return {
    city: localized(tenant.name, locale, tenant),
    platform: localized(tenant.platformNames.decider, locale, tenant),
    heading: t('heading'),
    number: t('number'),
    author: idea.author && t('by', { name: idea.author }),
    whole: t('whole'),
    address: origin + href(`/idees/${idea.slug ?? idea.id}`),
    scanned: origin + href(`/idees/${idea.id}`),
    scan: t('scan'),
    before: t('before'),
    points: await pointsOf(idea),
    columns: (['line', 'name', 'birthYear', 'signature'] as const).map((key) => t(`columns.${key}`)),
    dataTitle: t('dataTitle'),
    data: [t('data', { city }), rights, origin + href('/donnees-personnelles')].join(' '),
    overleaf: t('overleaf'),
  }
}

/** From the rules that this idea took with it when it was published. */
async function pointsOf(idea: BlankSheet): Promise<string[]> {
  const { tenant, locale } = await currentSite()
  const [t, rules, format] = await Promise.all([
    getTranslations('paper.blank'),
    getTranslations('rules'),
    getFormatter(),
  ])
  const timeZone = idea.timeZone ?? tenant.timeZone
  const lastDay = lastMoment(idea.deadlineAt!)
  const date = format.dateTime(lastDay, { dateStyle: 'long', timeZone })
  const zone = zoneInWords(timeZone, locale, lastDay)
  const age = idea.supportMinAge ?? 0
  return [
    rules('articles.soutenir.residence', { list: residenceWords(rules, locale, idea.residence) }),
    ...(age > 0 ? [rules('articles.soutenir.age', { age })] : []),
    t('once'),
    t('effect', { threshold: idea.threshold ?? 0 }),
    t('until', { date, zone, address: tenant.contact.address }),
  ]
}
