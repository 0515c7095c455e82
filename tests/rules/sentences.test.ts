import { describe, expect, test } from 'vitest'
import { messagesOf } from '@/lib/i18n/city-messages'
import { exampleOf, wordTemplates } from '@/lib/i18n/examples'
import { sentenceProblems } from '@/lib/i18n/sentence-problems'
import { blanksOf, misfit, productSentences } from '@/lib/i18n/sentences'
import { searchSentences, untoldIn } from '@/lib/tenancy/sentences/rules'
import { belleville } from '@/tenants/belleville'
import { locales, Tenant } from '@/tenants/tenant'

const city = (sentences: Tenant['sentences']) => Tenant.parse({ ...structuredClone(belleville), sentences })

test('each sentence of the product fits itself', () => {
  const misfits = [...productSentences()].flatMap(([key, texts]) =>
    locales.filter((locale) => misfit(key, texts[locale])).map((locale) => `${locale} ${key}`),
  )
  expect(misfits).toEqual([])
})

describe('what a city may say instead', () => {
  test.each([
    ['deposit.title', 'Proposer {anIdea} à la ville', null],
    ['deposit.title', 'Vos {ideas} comptent', null],
    ['deposit.title', 'Déposer un projet', null],
    ['ideas.count', '{count} {ideas}', null],
    ['ideas.count', 'Des {ideas}', 'sentence_lacks'],
    ['ideas.count', '{count, plural, one {# {idea}}}', 'sentence_unreadable'],
    ['ideas.count', '{count, date, long} {ideas}', 'sentence_stranger'],
    ['deposit.title', 'Déposer {anIdea', 'sentence_unreadable'],
    ['deposit.title', 'Déposer {anIdea} de {author}', 'sentence_stranger'],
    ['deposit.title', 'Déposer <b>{anIdea}</b>', 'sentence_markup'],
    ['deposit.title', 'Déposer {anIdea}<img/>', 'sentence_markup'],
    ['supports.share.title', 'Parlez de {idea}', 'sentence_stranger'],
    ['supports.no_such_sentence', 'Bonjour', 'sentence_unknown'],
    ['operator.title', 'Bonjour', 'sentence_unknown'],
  ])('%s: %s', (key, text, code) => {
    expect(misfit(key, text)?.code ?? null).toBe(code)
  })
})

test('a city says its own sentence, in that language alone, and the rest as the product does', () => {
  const tenant = city({ 'deposit.title': { fr: 'Proposer {anIdea}' } })
  expect(messagesOf(tenant, 'fr').deposit.title).toBe('Proposer {anIdea}')
  expect(messagesOf(tenant, 'en').deposit.title).toBe('Submit {anIdea}')
  expect(messagesOf(city({}), 'fr').deposit.title).toBe('Déposer {anIdea}')
  expect(messagesOf(tenant, 'fr').ideas).toBe(messagesOf(city({}), 'fr').ideas)
})

test('a sentence that no longer fits is the product’s again, and keeps nothing else from being published', () => {
  const before = city({ 'deposit.title': { fr: 'Déposer {formerly}' }, 'gone.title': { fr: 'Bonjour' } })
  expect(messagesOf(before, 'fr').deposit.title).toBe('Déposer {anIdea}')
  expect(sentenceProblems(before, before)).toEqual([])
  expect(sentenceProblems(city({}), before).map(({ at, code }) => `${at} ${code}`)).toEqual([
    'sentences.deposit.title.fr sentence_stranger',
    'sentences.gone.title.fr sentence_unknown',
  ])
})

test('sentences are found by what they say, with or without accents, or by their name', () => {
  const asked = (words: string, onlyOwn = false) =>
    searchSentences(productSentences(), own, { words, locale: 'fr', onlyOwn }).map(({ key }) => key)
  const own = { 'deposit.title': { fr: 'Proposer {anIdea}' } }
  expect(asked('deposer {anidea}')).toContain('author.begin')
  expect(asked('proposer {anidea}')).toContain('deposit.title')
  expect(asked('author.begin')).toEqual(['author.begin'])
  expect(asked('', true)).toEqual(['deposit.title'])
})

test('a text written in one language of the city and not in another is listed', () => {
  const tenant = city({ 'deposit.title': { fr: 'Proposer {anIdea}' } })
  const listed = untoldIn({ ...tenant, locales: ['fr', 'en'] }).filter(({ locale }) => locale === 'en')
  expect(listed).toContainEqual({ at: 'sentences.deposit.title', locale: 'en', said: 'Proposer {anIdea}' })
  expect(untoldIn({ ...tenant, locales: ['fr'] })).toEqual([])
})

test.each(['fr', 'ar'] as const)('every sentence in %s has an example that can be read', (locale) => {
  const tenant = city({})
  const broken = [...productSentences()].filter(
    ([key, texts]) => blanksOf(key).length > 0 && exampleOf(tenant, locale, key, texts[locale]).includes('{'),
  )
  expect(broken.map(([key]) => key)).toEqual([])
  expect(Object.values(wordTemplates(tenant, locale)).flat().join(' ')).not.toMatch(/[{}]/)
})
