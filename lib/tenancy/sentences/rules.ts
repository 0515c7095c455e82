import { type Locale, locales, type Tenant } from '../../../tenants/tenant'
import { membersOf } from '../versions/rules'

type Texts = Partial<Record<Locale, string>>
export type Found = { key: string; text: string; isOwn: boolean }
type Search = { words: string; locale: Locale; onlyOwn: boolean }

/** The sentences that say these words or have this name, as the city says them in one language. */
export function searchSentences(
  product: ReadonlyMap<string, Texts>,
  own: Tenant['sentences'],
  { words, locale, onlyOwn }: Search,
): Found[] {
  const asked = plain(words).split(/\s+/).filter(Boolean)
  return [...product].flatMap(([key, texts]) => {
    const said = own[key]
    if (onlyOwn && !said) return []
    const text = said?.[locale] ?? texts[locale] ?? ''
    const within = plain(`${key} ${text} ${texts[locale] ?? ''}`)
    return asked.every((word) => within.includes(word)) ? [{ key, text, isOwn: Boolean(said) }] : []
  })
}

const plain = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** A text of the city that says something in one of its languages and nothing in another. */
export type Untold = { at: string; locale: Locale; said: string }

/** Where a city has written a text in some of its languages only. Whoever reads another one gets its first language. */
export function untoldIn(tenant: Tenant): Untold[] {
  return textsIn(tenant).flatMap(({ at, texts }) =>
    tenant.locales
      .filter((locale) => !texts[locale])
      .map((locale) => ({ at, locale, said: texts[tenant.locales[0]!] ?? Object.values(texts)[0]! })),
  )
}

/** Every text that is written once in each language, with where it is. */
function textsIn(value: unknown, at = ''): { at: string; texts: Texts }[] {
  const members = membersOf(value)
  if (!members) return []
  if (isText(members)) return [{ at, texts: wordless(members) }]
  return Object.entries(members).flatMap(([name, one]) => textsIn(one, at ? `${at}.${name}` : name))
}

const isText = (members: Record<string, unknown>) => {
  const names = Object.keys(members)
  return names.length > 0 && names.every((name) => locales.some((locale) => locale === name))
}

/** A word is told by its singular. */
function wordless(members: Record<string, unknown>): Texts {
  const said = Object.entries(members).map(([locale, one]) => [
    locale,
    typeof one === 'string' ? one : (one as { one: string }).one,
  ])
  return Object.fromEntries(said) as Texts
}
