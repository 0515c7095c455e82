import { skeleton } from '../../text'

export const hints = ['links', 'capitals', 'contact', 'words', 'new_account', 'reported_often'] as const
export type Hint = (typeof hints)[number]

type Read = {
  title: string
  text: string
  /** The city's own list. */
  watched: readonly string[]
  authorSince: Date | null
  reportCount: number
  now: Date
}

const link = /\bhttps?:\/\/|\bwww\./i
const contact = /[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,24}|(?:\+|00|\b0)\d(?:[ .-]?\d){7,12}\b/

/**
 * What a reader may want to look at twice. A hint decides nothing and bars nothing: it is shown beside the text, with the
 * words that caused it.
 */
export function hintsOf({ title, text, watched, authorSince, reportCount, now }: Read): {
  hint: Hint
  found: string[]
}[] {
  const said = `${title}\n${text}`.slice(0, 25_000)
  const words = watchedIn(said, watched)
  const found: [Hint, boolean, string[]?][] = [
    ['words', words.length > 0, words],
    ['contact', contact.test(said), [contact.exec(said)?.[0] ?? '']],
    ['links', link.test(said)],
    ['capitals', isShouted(said)],
    ['new_account', authorSince !== null && now.getTime() - authorSince.getTime() < 86_400_000],
    ['reported_often', reportCount >= 3],
  ]
  return found.filter(([, is]) => is).map(([hint, , which = []]) => ({ hint, found: which }))
}

/** Words of the list, however they are written: accents, capitals and letters that look alike do not matter. */
function watchedIn(said: string, watched: readonly string[]): string[] {
  const sought = new Map(watched.map((word) => [skeleton(word), word]))
  const words = new Set(said.split(/[\s.,;:!?"'’()«»]+/u).map((word) => skeleton(word.slice(0, 60))))
  return [...words].flatMap((word) => (word && sought.has(word) ? [sought.get(word)!] : []))
}

function isShouted(said: string): boolean {
  const letters = said.match(/\p{Lu}|\p{Ll}/gu) ?? []
  const capitals = said.match(/\p{Lu}/gu) ?? []
  return letters.length >= 40 && capitals.length / letters.length > 0.5
}
