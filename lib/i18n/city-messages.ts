import type { Locale, Tenant } from '../../tenants/tenant'
import { frenchSpaced } from './french-spaces'
import { messagesFor } from './messages'
import { misfit } from './sentences'

type Messages = ReturnType<typeof messagesFor>
type Tree = { [name: string]: string | Tree }

/** A city that publishes other settings is another object: what was put together for the one before goes with it. */
const kept = new WeakMap<Tenant, Partial<Record<Locale, Messages>>>()

/** The sentences as a city says them: the product's, but for those it has written otherwise. */
export function messagesOf(tenant: Tenant, locale: Locale): Messages {
  const known = kept.get(tenant) ?? {}
  kept.set(tenant, known)
  return (known[locale] ??= saidIn(tenant, locale))
}

/** One that no longer fits its sentence, as after an upgrade, is left aside: the product's is said instead. */
function saidIn({ sentences }: Tenant, locale: Locale): Messages {
  return Object.entries(sentences).reduce<Messages>((messages, [key, texts]) => {
    const text = texts[locale]
    if (!text || misfit(key, text)) return messages
    const said = locale === 'fr' ? frenchSpaced(text) : text
    return withSentence(messages as unknown as Tree, key.split('.'), said) as unknown as Messages
  }, messagesFor(locale))
}

function withSentence(tree: Tree, [name, ...rest]: string[], text: string): Tree {
  return { ...tree, [name!]: rest.length === 0 ? text : withSentence(tree[name!] as Tree, rest, text) }
}
