import type { ReactNode } from 'react'
import type { IdeaWords } from '@/lib/i18n/words'
import { zoneInWords } from '@/lib/i18n/zone'
import type { RuleSet } from '@/lib/rules/rules'
import type { Locale } from '@/tenants/tenant'
import { durationWords, residenceWords, type Say } from './rule-words'

/** One subject of the rules, with the anchor an idea can point at. */
export type Article = { id: string; title: string; lead?: ReactNode; points: string[] }

type Told = { t: Say; locale: Locale; words: IdeaWords; set: RuleSet; nameOf: (district: string) => string }

/** The rules as sentences, each written from the settings of this version. */
export function articlesOf(told: Told): Article[] {
  const { t, set } = told
  const article = (id: string, points: string[], lead?: string): Article => ({
    id,
    title: t(`articles.${id}.title`),
    points,
    ...(lead ? { lead } : {}),
  })
  const { rules } = set
  return [
    article('seuil', shareOf(told), t('articles.seuil.text', { threshold: set.threshold, ...told.words })),
    article('duree', 'months' in rules.duration ? [t('articles.duree.months')] : [], durationOf(told)),
    article('soutenir', supportersOf(told), t('articles.soutenir.text')),
    article('retirer', [], t(`articles.retirer.${rules.withdrawUntil}`)),
    article('deposer', authorsOf(told)),
    article('texte', [
      t('articles.texte.titleLength', rules.titleLength),
      t('articles.texte.bodyLength', rules.bodyLength),
      t('articles.texte.attachments', { count: rules.attachments }),
    ]),
    article('moderation', readingOf(told)),
    article('reponse', dutiesOf(told)),
    article('relance', [], t('articles.relance.text', { months: rules.relaunchAfterMonths })),
    article('retrait', [t('articles.retrait.supported', { days: rules.adoptionDays })], withdrawalOf(told)),
    article('fusion', mergersOf(told), t('articles.fusion.text')),
    article(
      'garanties',
      ['once', 'acquired', 'frozen', 'longer', 'reason', 'secret'].map((one) =>
        t(`articles.garanties.${one}`),
      ),
    ),
  ]
}

function withdrawalOf({ t, words }: Told): string {
  return t('articles.retrait.text', words)
}

function mergersOf({ t, set: { rules } }: Told): string[] {
  return [t('articles.fusion.answer', { days: rules.mergeAnswerDays }), t('articles.fusion.undo')]
}

function shareOf({ t, locale, words, nameOf, set: { rules } }: Told): string[] {
  const { threshold } = rules
  if (threshold.mode === 'share') return [t('articles.seuil.share', threshold)]
  const own = threshold.mode === 'districts' ? Object.entries(threshold.districts) : []
  if (own.length === 0) return []
  const each = own.map(([code, count]) => t('articles.seuil.district', { name: nameOf(code), count }))
  return [t('articles.seuil.districts', { list: new Intl.ListFormat(locale).format(each), ...words })]
}

function durationOf({ t, locale, words, set }: Told): string {
  const { rules, timeZone } = set
  const zone = zoneInWords(timeZone, locale, set.validFrom)
  return t('articles.duree.text', { duration: durationWords(t, rules.duration), zone, ...words })
}

function supportersOf({ t, locale, set: { rules } }: Told): string[] {
  return [
    ageOf(t, 'soutenir', rules.supportMinAge),
    t('articles.soutenir.residence', { list: residenceWords(t, locale, rules.residence) }),
    t('articles.soutenir.assurance', { level: t(`assurances.${rules.supportAssurance}`) }),
    ...(rules.paperSheets ? [t('articles.soutenir.paper')] : []),
    ...(rules.paperSheets && rules.paperEntryDays > 0
      ? [t('articles.soutenir.paperEntry', { count: rules.paperEntryDays })]
      : []),
  ]
}

function authorsOf({ t, set: { rules } }: Told): string[] {
  return [
    ageOf(t, 'deposer', rules.depositMinAge),
    t('articles.deposer.drafts', { count: rules.draftsPerPerson }),
    t('articles.deposer.collecting', { count: rules.collectingPerPerson }),
  ]
}

function ageOf(t: Say, article: 'soutenir' | 'deposer', age: number): string {
  return age > 0 ? t(`articles.${article}.age`, { age }) : t(`articles.${article}.anyAge`)
}

function readingOf({ t, set: { rules } }: Told): string[] {
  const { coolingOffHours: hours, editWindowMinutes: minutes, moderationWorkingDays: days } = rules
  return [
    t(`articles.moderation.${rules.moderation}`, { days }),
    ...(hours > 0 ? [t('articles.moderation.coolingOff', { hours })] : []),
    ...(minutes > 0 ? [t('articles.moderation.editWindow', { minutes })] : []),
    t('articles.moderation.refusal'),
    t('articles.moderation.appeal', { days: rules.appealDays, answer: rules.appealAnswerDays }),
  ]
}

function dutiesOf({ t, set: { rules } }: Told): string[] {
  const { certificationDays: days, answerMonths: months } = rules
  return [
    ...(days > 0 ? [t('articles.reponse.certification', { days })] : []),
    t('articles.reponse.acknowledge', { days: rules.acknowledgeWorkingDays }),
    t('articles.reponse.firstWord', { days: rules.firstWordDays }),
    t('articles.reponse.admissibility', { days: rules.admissibilityDays }),
    t('articles.reponse.answer', { months }),
    t('articles.reponse.progress', { months: rules.progressMonths }),
  ]
}
