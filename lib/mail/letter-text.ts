export type LetterText = {
  subject: string
  greeting: string
  paragraphs: string[]
  quoted?: { title: string; text: string | null }
  /** What happened, thing by thing, where a letter tells of several. */
  piles?: { title: string; href: string; lines: { text: string; on: string }[] }[]
  button: { label: string; href: string }
  after: string[]
  foot: string
  stop?: { label: string; page: string; oneClick?: string; settings?: { label: string; href: string } }
}

/** The same letter without any look; and without signs, which each language sets otherwise. */
export function textOf(letter: LetterText, sender: string): string {
  const { subject, greeting, paragraphs, quoted, piles = [], button, after, foot, stop } = letter
  const said = quoted ? [quoted.title, quoted.text] : []
  const told = piles.map(({ title, href, lines }) =>
    [title, ...lines.map(({ text, on }) => `- ${text} (${on})`), href].join('\n'),
  )
  const words = [subject, greeting, ...paragraphs, ...said, ...told]
  const end = [`${button.label}\n${button.href}`, ...after, '--', foot]
  const settings = stop?.settings && `${stop.settings.label}\n${stop.settings.href}`
  const ways = stop && [`${stop.label}\n${stop.page}`, settings]
  return [...words, ...end, ...(ways ?? []), sender].filter(Boolean).join('\n\n') + '\n'
}
