import { conformities, type LegalDocument } from '../../../../tenants/legal'
import type { Locale, Tenant } from '../../../../tenants/tenant'
import { valueOf } from '../../drafts/rules'

export type Question = {
  /** The setting it answers: `legal.dpoEmail`. */
  key: string
  kind: 'line' | 'text' | 'email' | 'number' | 'day' | 'choice'
  /** Asked once in each language of the city. */
  said?: true
}

const line = (key: string): Question => ({ key, kind: 'line' })
const said = (key: string, kind: 'line' | 'text' = 'line'): Question => ({ key, kind, said: true })
const own = (document: LegalDocument): Question => said(`legal.extra.${document}`, 'text')

/** What is asked for each page; the rest of it is written by the product. */
export const questions: Record<LegalDocument, readonly Question[]> = {
  notice: [
    said('legal.legalName'),
    line('contact.address'),
    line('legal.registration'),
    line('legal.phone'),
    { key: 'contact.email', kind: 'email' },
    said('contact.director'),
    said('contact.host'),
    own('notice'),
  ],
  terms: [said('legal.law', 'text'), own('terms')],
  privacy: [
    { key: 'legal.dpoEmail', kind: 'email' },
    line('legal.dpoAddress'),
    said('legal.supervisor'),
    own('privacy'),
  ],
  cookies: [own('cookies')],
  accessibility: [
    { key: 'legal.accessibility.state', kind: 'choice' },
    { key: 'legal.accessibility.percent', kind: 'number' },
    line('legal.accessibility.auditor'),
    { key: 'legal.accessibility.auditedOn', kind: 'day' },
    said('legal.accessibility.gaps', 'text'),
    said('legal.accessibility.remedy'),
    own('accessibility'),
  ],
  charter: [own('charter')],
  participation: [own('participation')],
}

export const conformityChoices = conformities

/** The settings a city cannot be without. */
const needed = ['contact.address', 'contact.email', 'legal.accessibility.state']
export const isNeeded = ({ key }: Question) => needed.includes(key)

/** What a form calls an answer, in one language or in none. */
export function fieldName({ key }: Question, locale?: Locale): string {
  return (locale ? `${key}.${locale}` : key).replaceAll('.', '-')
}

/** What was answered so far, as a form shows it. */
export function answerTo(settings: Tenant, question: Question, locale?: Locale): string {
  const value = valueOf(settings, question.key)
  const written = locale ? (value as Record<string, unknown> | undefined)?.[locale] : value
  return written === undefined || written === null ? '' : String(written)
}

type Written = Readonly<Record<string, string>>

/** What a filled form changes, by setting; an empty answer takes an optional one away. */
export function answersIn(document: LegalDocument, written: Written, locales: readonly Locale[]) {
  return Object.fromEntries(questions[document].map((question) => [question.key, answerIn(question)]))

  function answerIn(question: Question) {
    if (!question.said) {
      const answer = written[fieldName(question)] ?? ''
      return answer === '' ? null : question.kind === 'number' ? Number(answer) : answer
    }
    const texts = locales.map((locale) => [locale, written[fieldName(question, locale)] ?? ''] as const)
    const given = texts.filter(([, text]) => text !== '')
    return given.length > 0 ? Object.fromEntries(given) : null
  }
}
