import type { Locale, Tenant } from '../../tenants/tenant'
import type { Problem } from '../tenancy/versions/rules'
import { misfit } from './sentences'

type Sentences = Tenant['sentences']

/** The sentences a city says otherwise that cannot be said so. What it already published is left as it is. */
export function sentenceProblems(
  before: { sentences: Sentences },
  after: { sentences: Sentences },
): Problem[] {
  return misfitsIn(after.sentences)
    .filter(({ key, locale, text }) => before.sentences[key]?.[locale] !== text)
    .map(({ key, locale, problem }) => ({ ...problem, at: `sentences.${key}.${locale}` }))
}

export type Misfit = { key: string; locale: Locale; text: string; problem: Omit<Problem, 'at'> }

export function misfitsIn(sentences: Sentences): Misfit[] {
  return Object.entries(sentences).flatMap(([key, texts]) =>
    (Object.entries(texts) as [Locale, string][]).flatMap(([locale, text]) => {
      const problem = misfit(key, text)
      return problem ? [{ key, locale, text, problem }] : []
    }),
  )
}
