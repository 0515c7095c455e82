import type { Legal, LegalDocument } from '../../../tenants/legal'
import type { Tenant } from '../../../tenants/tenant'
import { digestOf } from '../versions/rules'

/** Where each page is, on every host of the city. */
export const legalPaths = {
  notice: '/mentions-legales',
  terms: '/conditions',
  privacy: '/donnees-personnelles',
  cookies: '/cookies',
  accessibility: '/accessibilite',
  charter: '/charte',
  participation: '/regles',
} as const satisfies Record<LegalDocument, string>

/** What of a city's settings is written in its legal pages. */
export type Answers = Pick<Tenant, 'name' | 'contact'> & {
  legal: Legal
  ideas: Pick<Tenant['ideas'], 'moderation' | 'moderationWorkingDays'>
}
export type AnswerVersion = { version: number; publishedAt: Date; answers: Answers }

export const answerKeys = [
  'name',
  'address',
  'email',
  'director',
  'host',
  'legalName',
  'registration',
  'phone',
  'dpoEmail',
  'dpoAddress',
  'supervisor',
  'law',
  'accessibility',
  'moderation',
  'extra',
] as const
export type AnswerKey = (typeof answerKeys)[number]

const written: Record<LegalDocument, readonly AnswerKey[]> = {
  notice: ['name', 'address', 'email', 'director', 'host', 'legalName', 'registration', 'phone', 'extra'],
  terms: ['name', 'law', 'extra'],
  privacy: ['name', 'legalName', 'address', 'email', 'dpoEmail', 'dpoAddress', 'supervisor', 'extra'],
  cookies: ['extra'],
  accessibility: ['name', 'email', 'accessibility', 'extra'],
  charter: ['name', 'moderation', 'extra'],
  participation: ['extra'],
}

export type Edition = AnswerVersion & {
  /** What the city answered otherwise than before; nothing for the first. */
  changed: AnswerKey[]
}

/** The versions in which a page became another one, newest first. `versions`: oldest first. */
export function editionsOf(versions: AnswerVersion[], document: LegalDocument): Edition[] {
  const editions: Edition[] = []
  for (const one of versions) {
    const before = editions.at(-1)
    const changed = before ? changedAnswers(before.answers, one.answers, document) : []
    if (!before || changed.length > 0) editions.push({ ...one, changed })
  }
  return editions.reverse()
}

function changedAnswers(before: Answers, after: Answers, document: LegalDocument): AnswerKey[] {
  const said = (answers: Answers, key: AnswerKey) => digestOf(answerOf(answers, key, document) ?? null)
  return written[document].filter((key) => said(before, key) !== said(after, key))
}

function answerOf({ name, contact, legal, ideas }: Answers, key: AnswerKey, document: LegalDocument) {
  if (key === 'extra') return legal.extra[document]
  if (key === 'moderation') return ideas
  const { email, address, director, host } = contact
  return { ...legal, name, email, address, director, host }[key]
}

/** A page as it was: the city with the answers it had given then. */
export function asAnswered(tenant: Tenant, { name, contact, legal, ideas }: Answers): Tenant {
  return { ...tenant, name, contact, legal, ideas: { ...tenant.ideas, ...ideas } }
}
