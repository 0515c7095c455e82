import { lengthOf } from '../../text'
import { mayChange } from '../changes/rules'
import type { Axes } from '../rules'

/** Why an idea may be refused. The public reads the code; the author, a text of the moderator's own as well. */
export const refusalCodes = [
  'out_of_competence',
  'not_general_interest',
  'individual_case',
  'personal_data',
  'defamatory',
  'hate',
  'offensive',
  'advert',
  'commercial',
  'duplicate',
  'already_done',
  'unclear',
  'incomplete',
  'court_case',
  'electoral_period',
  'spam',
  'other',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

const hiddenCodes: readonly RefusalCode[] = [
  'personal_data',
  'defamatory',
  'hate',
  'court_case',
  'spam',
  'offensive',
]

/** What was refused for what it says about somebody is not shown again by saying why. */
export function isHiddenCode(code: RefusalCode): boolean {
  return hiddenCodes.includes(code)
}

/** What people obtained an answer to is taken from view by two, and only for what it says itself (spec 6.16, 40). */
export function obligesTheCity({
  collection,
  examination,
}: Pick<Axes, 'collection' | 'examination'>): boolean {
  return collection === 'reached' || collection === 'certified' || examination !== 'none'
}

/** What was already said is somewhere: whoever is refused for it is led there. */
export function namesAnother(code: RefusalCode): boolean {
  return code === 'duplicate'
}

/** How long the moderator's own words must be: a reason that fits no code has to be explained. */
export function shortestReason(code: RefusalCode): number {
  return code === 'other' ? 100 : 30
}

export const treatmentRefusals = [
  'not_there',
  'own_idea',
  'already_treated',
  'pulled_back',
  'reason_too_short',
  'same_not_there',
] as const
export type TreatmentRefusal = (typeof treatmentRefusals)[number]

type Waiting = Axes & { authorId: string | null; treatedAt: Date | null }

/** Why this moderator may not decide about this idea now, or null if they may. */
export function treatmentRefusal(idea: Waiting, byId: string): TreatmentRefusal | null {
  if (idea.authorId === byId) return 'own_idea'
  if (mayChange(idea, 'publish')) return null
  return idea.publication === 'draft' ? 'pulled_back' : 'already_treated'
}

export function isReasonLongEnough(code: RefusalCode, text: string): boolean {
  return lengthOf(text) >= shortestReason(code)
}

const letters: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'ch',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'ou',
  ي: 'i',
  ى: 'a',
  ة: 'a',
  ء: '',
  ٱ: 'a',
  گ: 'g',
  پ: 'p',
  چ: 'tch',
  ڤ: 'v',
}

/** A title as an address shows it: « L’été au frais » → `l-ete-au-frais`. Empty when nothing of it can be written in Latin letters. */
export function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const latin = [...plain].map((letter) => letters[letter] ?? letter).join('')
  return latin
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 70)
    .replace(/^-+|-+$/g, '')
}
