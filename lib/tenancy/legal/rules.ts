import { type Acceptable, acceptable, type Legal, type LegalDocument } from '../../../tenants/legal'
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
export type Answers = Pick<Tenant, 'name' | 'contact' | 'sentences'> & {
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
  'sentences',
  'askedAt',
] as const
export type AnswerKey = (typeof answerKeys)[number]

const answered: Record<LegalDocument, readonly AnswerKey[]> = {
  notice: ['name', 'address', 'email', 'director', 'host', 'legalName', 'registration', 'phone', 'extra'],
  terms: ['name', 'law', 'extra', 'askedAt'],
  privacy: ['name', 'legalName', 'address', 'email', 'dpoEmail', 'dpoAddress', 'supervisor', 'extra'],
  cookies: ['extra'],
  accessibility: ['name', 'email', 'accessibility', 'extra'],
  charter: ['name', 'moderation', 'extra', 'askedAt'],
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
  return [...answered[document], 'sentences' as const].filter((key) => said(before, key) !== said(after, key))
}

function answerOf(answers: Answers, key: AnswerKey, document: LegalDocument) {
  const { name, contact, legal, ideas, sentences } = answers
  if (key === 'sentences') return sentencesOf(document, sentences)
  if (key === 'extra') return legal.extra[document]
  if (key === 'askedAt') return legal.askedAt[document as Acceptable]
  if (key === 'moderation') return ideas
  const { email, address, director, host } = contact
  return { ...legal, name, email, address, director, host }[key]
}

/** What the city says otherwise than the product in one page. */
function sentencesOf(document: LegalDocument, sentences: Tenant['sentences']) {
  const own = [`legal.${document}.`, `legal.titles.${document}`, ...(alsoSaidIn[document] ?? [])]
  return Object.fromEntries(
    Object.entries(sentences).filter(([key]) => own.some((start) => key.startsWith(start))),
  )
}

/** Sentences of elsewhere that a page repeats. */
const alsoSaidIn: Partial<Record<LegalDocument, readonly string[]>> = { charter: ['moderation.codes.'] }

/** A page as it was: the city with the answers it had given then, and in its words of then. */
export function asAnswered(tenant: Tenant, { name, contact, legal, ideas, sentences }: Answers): Tenant {
  return { ...tenant, name, contact, legal, ideas: { ...tenant.ideas, ...ideas }, sentences }
}

/** A text that asks for agreement: as it is in force, and the oldest version whose acceptance still holds. */
export type Asked = { document: Acceptable; version: number; since: number }

/** What a city asks everyone to accept: its terms from the first day, the rest once it wants it. `versions`: oldest first. */
export function askedOf(versions: AnswerVersion[]): Asked[] {
  return acceptable.flatMap((document) => {
    const version = editionsOf(versions, document)[0]?.version
    const since = askedSince(versions, document)
    return version === undefined || since === null ? [] : [{ document, version, since }]
  })
}

/** The last version in which the city wanted agreement anew. */
function askedSince(versions: AnswerVersion[], document: Acceptable): number | null {
  const wanted = (one: AnswerVersion | undefined) => one?.answers.legal.askedAt[document]
  const anew = versions.filter((one, at) => wanted(one) && wanted(one) !== wanted(versions[at - 1])).at(-1)
  if (anew) return anew.version
  return document === 'terms' ? (versions[0]?.version ?? null) : null
}

type Accepted = { document: string; version: number }

/** What somebody has still to be asked. */
export function owedBy(asked: readonly Asked[], accepted: readonly Accepted[]): Asked[] {
  return asked.filter(
    ({ document, since }) => !accepted.some((one) => one.document === document && one.version >= since),
  )
}
