import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { type Locale, locales } from '../../tenants/tenant'
import type { Problem } from '../tenancy/versions/rules'
import { messagesFor } from './messages'

type Texts = Record<Locale, string>

/** What may be put in a sentence, and what it is formatted as there. */
export type Blank = { name: string; kind: 'text' | 'number' | 'date' | 'choice' }

/** Of the sentences of the product, those no page or letter of a city says. */
const notOfACity = /^(operator|signIn\.(mailbox|demo)|hosts\.zone)\./

/** Every sentence that a city may say otherwise, by its name, in the order of the message files. */
export function productSentences(): ReadonlyMap<string, Texts> {
  return (known ??= readAll())
}
let known: Map<string, Texts> | undefined

function readAll(): Map<string, Texts> {
  const read = locales.map((locale) => [locale, new Map(flat(messagesFor(locale)))] as const)
  const names = [...read[0]![1].keys()].filter((key) => !notOfACity.test(key))
  return new Map(
    names.map((key) => [
      key,
      Object.fromEntries(read.map(([locale, texts]) => [locale, texts.get(key) ?? ''])) as Texts,
    ]),
  )
}

function flat(messages: object, at = ''): [string, string][] {
  return Object.entries(messages).flatMap(([name, one]): [string, string][] =>
    typeof one === 'string' ? [[at + name, one]] : flat(one as object, `${at}${name}.`),
  )
}

/** The forms of the city's word: a sentence that is given one is given all of them. */
const wordForms = ['idea', 'ideas', 'anIdea', 'theIdea', 'Idea', 'Ideas', 'AnIdea', 'TheIdea', 'ideaGender']
export const isWordForm = (name: string) => wordForms.includes(name)

/** A sentence may be given these without the others. */
const ambiguous = new Set(['idea', 'ideas'])

type Uses = { blanks: Map<string, Set<Blank['kind']>>; tags: Set<string>; hasMarkup: boolean }

/** Why a text cannot stand for a sentence of the product; null when it can. */
export function misfit(key: string, text: string): Omit<Problem, 'at'> | null {
  const product = productSentences().get(key)
  if (!product) return { code: 'sentence_unknown', named: key }
  const [own, given] = [usesOf([text]), usesOf(Object.values(product))!]
  if (!own) return { code: 'sentence_unreadable' }
  if (own.hasMarkup || [...own.tags].some((tag) => !given.tags.has(tag))) return { code: 'sentence_markup' }
  const strange = [...own.blanks].filter(([name, kinds]) => !isGiven(given, name, kinds))
  if (strange.length > 0) return { code: 'sentence_stranger', named: named(strange.map(([name]) => name)) }
  const missing = [
    ...[...given.blanks.keys()].filter((name) => !own.blanks.has(name) && !wordForms.includes(name)),
    ...[...given.tags].filter((tag) => !own.tags.has(tag)).map((tag) => `<${tag}>`),
  ]
  return missing.length > 0 ? { code: 'sentence_lacks', named: named(missing) } : null
}

const named = (names: string[]) =>
  names.map((name) => (name.startsWith('<') ? `${name}…${name.replace('<', '</')}` : `{${name}}`)).join(', ')

function isGiven(given: Uses, name: string, kinds: Set<Blank['kind']>): boolean {
  const known =
    given.blanks.get(name) ?? (tellsTheWord(given) && wordForms.includes(name) ? plain(name) : null)
  return (
    known !== null && [...kinds].every((kind) => known.has(kind) || (kind === 'text' && !known.has('date')))
  )
}

const plain = (name: string) => new Set<Blank['kind']>(name === 'ideaGender' ? ['choice'] : ['text'])

const tellsTheWord = ({ blanks }: Uses) =>
  wordForms.some((form) => !ambiguous.has(form) && blanks.has(form)) ||
  (blanks.has('idea') && blanks.has('ideas'))

/** What a sentence is given to say, in the order of its names. */
export function blanksOf(key: string): Blank[] {
  const uses = usesOf(Object.values(productSentences().get(key) ?? {}))
  if (!uses) return []
  const own = [...uses.blanks].map(([name, used]): Blank => ({ name, kind: kindAmong(used) }))
  const forms = tellsTheWord(uses) ? wordForms.filter((form) => !uses.blanks.has(form)) : []
  return [...own, ...forms.map((name): Blank => ({ name, kind: kindAmong(plain(name)) }))]
}

const kindAmong = (used: Set<Blank['kind']>) =>
  (['number', 'date', 'choice'] as const).find((one) => used.has(one)) ?? 'text'

export const tagsOf = (key: string) => [
  ...(usesOf(Object.values(productSentences().get(key) ?? {}))?.tags ?? []),
]

function usesOf(texts: string[]): Uses | null {
  const uses: Uses = { blanks: new Map(), tags: new Set(), hasMarkup: false }
  try {
    for (const text of texts) collect(uses, parse(text))
    return uses
  } catch {
    return null
  }
}

const kinds = new Map<TYPE, Blank['kind']>([
  [TYPE.argument, 'text'],
  [TYPE.number, 'number'],
  [TYPE.plural, 'number'],
  [TYPE.date, 'date'],
  [TYPE.time, 'date'],
  [TYPE.select, 'choice'],
])

function collect(uses: Uses, elements: MessageFormatElement[]): void {
  for (const element of elements) {
    const kind = kinds.get(element.type)
    if (element.type === TYPE.literal && /<[a-z!/]/i.test(element.value)) uses.hasMarkup = true
    if (element.type === TYPE.tag) {
      uses.tags.add(element.value)
      collect(uses, element.children)
    } else if (kind && 'value' in element)
      uses.blanks.set(element.value, (uses.blanks.get(element.value) ?? new Set()).add(kind))
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) collect(uses, option.value)
  }
}
