export type LetterText = {
  subject: string
  greeting: string
  paragraphs: string[]
  quoted?: { title: string; text: string | null }
  button: { label: string; href: string }
  after: string[]
  foot: string
  stop?: { label: string; page: string; oneClick: string }
}

/** The same letter without any look. */
export function textOf({
  subject,
  greeting,
  paragraphs,
  quoted,
  button,
  after,
  foot,
  stop,
}: LetterText): string {
  const said = quoted ? [`« ${quoted.title} »`, quoted.text] : []
  const lines = [
    subject,
    greeting,
    ...paragraphs,
    ...said,
    `${button.label} :\n${button.href}`,
    ...after,
    '--',
    foot,
  ]
  return [...lines, stop && `${stop.label} : ${stop.page}`].filter(Boolean).join('\n\n') + '\n'
}
