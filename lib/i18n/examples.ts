import { createTranslator } from 'use-intl/core'
import type { Locale, Tenant } from '../../tenants/tenant'
import { messagesOf } from './city-messages'
import { blanksOf, tagsOf } from './sentences'
import { ideaWords } from './words'

const someDay = new Date('2027-05-21T10:00:00Z')

/** A sentence as it would be read: numbers and days are made up, what is named stands in brackets. */
export function exampleOf(tenant: Tenant, locale: Locale, key: string, text: string): string {
  const words: Record<string, string> = ideaWords({ tenant, locale })
  const values = blanksOf(key).map(({ name, kind }) => [
    name,
    words[name] ??
      (kind === 'number' ? 12 : kind === 'date' ? someDay : kind === 'choice' ? 'other' : `[${name}]`),
  ])
  const tags = tagsOf(key).map((tag) => [tag, (inner: string) => inner])
  const t = createTranslator({
    locale,
    messages: { said: text },
    timeZone: tenant.timeZone,
    onError: () => {},
    getMessageFallback: () => text,
  })
  return t.markup('said', Object.fromEntries([...values, ...tags]) as Parameters<typeof t.markup>[1])
}

/** Sentences in which every form of the word for an idea is needed. */
const telling = [
  ['deposit.title', 0],
  ['ideas.title', 0],
  ['ideas.count', 1],
  ['ideas.count', 12],
  ['supports.follow.label', 0],
] as const

/** Stand for the forms of the word until somebody has written it. */
export const marks = { one: '\ue000', other: '\ue001', withA: '\ue002', withThe: '\ue003' } as const
export const bigMarks = { one: '\ue004', other: '\ue005', withA: '\ue006', withThe: '\ue007' } as const

/** The product's own sentences with the word left out, once for each gender it may have. */
export function wordTemplates(tenant: Tenant, locale: Locale): Record<string, string[]> {
  const t = createTranslator({ locale, messages: messagesOf(tenant, locale), timeZone: tenant.timeZone })
  const forms = {
    ...{ idea: marks.one, ideas: marks.other, anIdea: marks.withA, theIdea: marks.withThe },
    ...{ Idea: bigMarks.one, Ideas: bigMarks.other, AnIdea: bigMarks.withA, TheIdea: bigMarks.withThe },
  }
  return Object.fromEntries(
    ['feminine', 'masculine', 'neuter'].map((ideaGender) => [
      ideaGender,
      telling.map(([key, count]) => t(key, { ...forms, ideaGender, count } as never)),
    ]),
  )
}
