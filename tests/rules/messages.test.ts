import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { sentence } from '@/components/forms/form-state'
import { messagesFor } from '@/lib/i18n/messages'
import { locales } from '@/tenants/tenant'
import { sentencesOf, unusedAmong } from '../support/sentences'
import { sources } from '../support/sources'

const french = sentencesOf(messagesFor('fr'))

/** The city's own word, in whichever form a language needs it. */
const wordForms = new Set(['idea', 'ideas', 'anIdea', 'theIdea', 'ideaGender'])

describe.each(locales.filter((locale) => locale !== 'fr'))('in %s', (locale) => {
  const sentences = sentencesOf(messagesFor(locale))

  test('there is a sentence for each French one, and no other', () => {
    expect(sentences.map(([key]) => key).sort()).toEqual(french.map(([key]) => key).sort())
  })

  test('each sentence is told the same things as the French one', () => {
    const told = new Map(french.map(([key, sentence]) => [key, argumentsOf(sentence)]))
    const different = sentences.filter(
      ([key, sentence]) => told.has(key) && argumentsOf(sentence) !== told.get(key),
    )
    expect(different.map(([key]) => `${locale} ${key}`)).toEqual([])
  })
})

test.each(locales)('every sentence in %s can be read', (locale) => {
  const unreadable = sentencesOf(messagesFor(locale)).filter(([, sentence]) => !isReadable(sentence))
  expect(unreadable.map(([key]) => `${locale} ${key}`)).toEqual([])
})

test('no sentence is empty or left to be written', () => {
  const unfinished = locales.flatMap((locale) =>
    sentencesOf(messagesFor(locale)).filter(
      ([, sentence]) => sentence.trim() === '' || /\b(TODO|FIXME|XXX)\b|[Ll]orem/.test(sentence),
    ),
  )
  expect(unfinished).toEqual([])
})

test('every sentence is used', () => {
  expect(unusedAmong(french.map(([key]) => key))).toEqual([])
})

test('every refusal has a sentence', () => {
  const names = new Set(french.map(([key]) => key.split('.').at(-1)))
  const told = (code: string) => sources.some(({ path, text }) => tells(path, text, code))
  const unsaid = refusals().filter((code) => !names.has(code) && !told(code))
  expect(refusals().length).toBeGreaterThan(10)
  expect(unsaid).toEqual([])
})

/** Named beside its sentence where it is shown, or, for the person at a console, where it is printed. */
const tells = (path: string, text: string, code: string) =>
  text.includes(`${code}: t(`) || (path.startsWith('lib/cli/') && text.includes(`${code}:`))

/** What `refused('…')` is called with, and what lists named …Refusals hold. */
function refusals(): string[] {
  const codes = sources.flatMap(({ text }) => [
    ...[...text.matchAll(/\brefused\('(\w+)'\)/g)].map((match) => match[1]!),
    ...[...text.matchAll(/[rR]efusals = \[([^\]]+)\] as const/g)].flatMap((match) =>
      [...match[1]!.matchAll(/'(\w+)'/g)].map((code) => code[1]!),
    ),
  ])
  return [...new Set(codes)].sort()
}

test.each(locales)('%s: how many signs there may be is written as its language writes numbers', (locale) => {
  const bare = sentencesOf(messagesFor(locale)).filter(
    ([key, text]) =>
      /caract|character|حرف/.test(text) &&
      /\{(min|max)\}/.test(text) &&
      !isCountedAsTyped(text) &&
      !key.startsWith('errors.'),
  )
  expect(bare.map(([key]) => key)).toEqual([])
})

test('a limit that a form ran into is grouped like every other number', () => {
  const words = {
    summary: '',
    line: '',
    errors: { too_long: 'Au plus {max} caractères.', too_small: '{min} au moins' },
  }
  const said = (locale: string) => sentence({ ...words, locale }, { code: 'too_long', max: 12_000 })
  expect(sentence({ ...words, locale: 'fr' }, { code: 'too_small', min: 1900 })).toBe('1900 au moins')
  expect([said('fr'), said('en')]).toEqual(['Au plus 12\u202f000 caractères.', 'Au plus 12,000 caractères.'])
})

/** The page itself writes these numbers, at each key. */
const isCountedAsTyped = (sentence: string) => sentence.includes('{count}')

function isReadable(sentence: string): boolean {
  try {
    parse(sentence)
    return true
  } catch {
    return false
  }
}

function argumentsOf(sentence: string): string {
  const names = new Set<string>()
  if (isReadable(sentence)) collect(parse(sentence))
  return [...names]
    .filter((name) => !wordForms.has(name))
    .sort()
    .join(' ')

  function collect(elements: MessageFormatElement[]) {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.value)
      if (element.type === TYPE.tag) collect(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) collect(option.value)
      }
    }
  }
}
