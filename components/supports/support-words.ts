import { getFormatter, getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { answerDueAt, lastMoment } from '@/lib/ideas/collection/rules'
import { entryUntil } from '@/lib/ideas/paper/rules'
import { refusals } from '@/lib/ideas/supports/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import type { Residence } from '@/tenants/rules'
import type { PublicIdea } from '@/lib/ideas/queries'

export type SupportedIdea = Pick<
  PublicIdea,
  | 'id'
  | 'slug'
  | 'title'
  | 'publication'
  | 'collection'
  | 'examination'
  | 'supportCount'
  | 'heldCount'
  | 'importedSupportCount'
  | 'onPaper'
  | 'threshold'
  | 'deadlineAt'
  | 'reachedAt'
  | 'supportMinAge'
  | 'residence'
  | 'timeZone'
  | 'rules'
>

export type SupportWords = Awaited<ReturnType<typeof supportWords>>
type Telling = Awaited<ReturnType<typeof tellingOf>>

/** Every sentence the button and what follows it may need, with this idea's rules and dates already in them. */
export async function supportWords(idea: SupportedIdea, now: Date) {
  const telling = await tellingOf(idea)
  const { t, locale, about } = telling
  return {
    locale,
    title: t('title'),
    count: inEveryNumber(locale, (count) => t('count', { count })),
    ofThreshold: t('ofThreshold', about),
    left: inEveryNumber(locale, (count) => t('left', { ...about, count, n: '{n}' })),
    give: idea.reachedAt ? t('giveAlso') : t('give'),
    giving: t('giving'),
    signInFirst: t('signInFirst'),
    who: whoMay(telling),
    returning: t('returning'),
    counted: t('counted'),
    already: t('already'),
    crossed: t('crossed', about),
    secret: t('secret'),
    next: t('next', about),
    takenBack: t('takenBack'),
    takeBack: t('takeBack'),
    refused: Object.fromEntries(refusals.map((code) => [code, t(`refused.${code}`, about)])),
    account: { text: t('refused.account'), href: telling.href('/compte') },
    apart: apart(telling),
    ended: endedWord(telling, now),
    reached: reachedWords(telling, now),
  }
}

async function tellingOf(idea: SupportedIdea) {
  const { tenant, locale } = await currentSite()
  const [t, format, href] = await Promise.all([getTranslations('supports'), getFormatter(), currentHref()])
  const timeZone = idea.timeZone ?? tenant.timeZone
  const dayOf = (moment: Date) => format.dateTime(moment, { dateStyle: 'long', timeZone })
  const about = {
    ...ideaWords({ tenant, locale }),
    n: format.number(idea.threshold ?? 0),
    months: idea.rules?.answerMonths ?? 4,
    city: localized(tenant.name, locale, tenant),
    age: idea.supportMinAge ?? 0,
    date: dayOf(lastMoment(idea.deadlineAt ?? new Date(0))),
  }
  return { idea, t, href, locale, timeZone, dayOf, about }
}

/** One form of a sentence for each way the language counts: the browser chooses among them as the number moves. */
function inEveryNumber(locale: string, word: (count: number) => string): Record<string, string> {
  const rules = new Intl.PluralRules(locale)
  const samples = Array.from({ length: 120 }, (_, count) => count)
  const forms = rules.resolvedOptions().pluralCategories.flatMap((category) => {
    const count = samples.find((sample) => rules.select(sample) === category)
    return count === undefined ? [] : [[category, word(count)] as const]
  })
  return Object.fromEntries(forms)
}

function whoMay({ idea, t, locale, about }: Telling): string {
  const ways = (idea.residence ?? []).map((way) => t(`residence.${way as Residence}`, about))
  const residence = new Intl.ListFormat(locale, { type: 'disjunction' }).format(ways)
  return t('who', { ...about, residence })
}

/** Supports that do not count towards the threshold, each told apart from those that do. */
function apart({ idea, t }: Telling): string[] {
  return [
    ...(idea.importedSupportCount > 0 ? [t('imported', { count: idea.importedSupportCount })] : []),
    ...(idea.onPaper > 0 ? [t('onPaper', { count: idea.onPaper })] : []),
    ...(idea.heldCount > 0 ? [t('held', { count: idea.heldCount })] : []),
  ]
}

function endedWord({ idea, t, about, dayOf }: Telling, now: Date): string | null {
  if (idea.collection === 'expired') return t('ended.expired', about)
  if (idea.collection === 'suspended') return t('ended.suspended')
  if (idea.collection === 'closed' || idea.publication !== 'published') return t('ended.closed')
  if (!idea.deadlineAt || idea.deadlineAt > now) return null
  const until = entryUntil({ ...idea, supportAssurance: null }, idea.rules)
  return until && until > now
    ? t('ended.counting', { ...about, until: dayOf(lastMoment(until)) })
    : t('ended.over', about)
}

function reachedWords({ idea, t, about, dayOf, timeZone, href }: Telling, now: Date) {
  if (!idea.reachedAt) return null
  const due = answerDueAt(idea.reachedAt, about.months, timeZone)
  const isAwaited = ['none', 'due', 'admissibility', 'study'].includes(idea.examination)
  return {
    title: t('reached.title'),
    on: t('reached.on', { ...about, date: dayOf(idea.reachedAt) }),
    due: isAwaited ? t(due <= now ? 'reached.late' : 'reached.due', { date: dayOf(lastMoment(due)) }) : null,
    isLate: isAwaited && due <= now,
    certificate: { text: t('reached.certificate'), href: href(`/idees/${idea.slug}/certificat`, 'decider') },
    stillOpen: t('reached.stillOpen', about),
  }
}
