import type { ReactNode } from 'react'

const address = /https?:\/\/[^\s<>"'«»]{3,300}/g
const trailing = /[.,;:!?)\]}…]+$/

/** What a citizen wrote: paragraphs and line breaks kept, addresses made links, and nothing else is anything but text. */
export function WrittenText({ text, lang }: { text: string; lang?: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className="prose" lang={lang}>
      {paragraphs.map((paragraph, index) => (
        <p key={index} dir="auto" className="whitespace-pre-line">
          {withLinks(paragraph)}
        </p>
      ))}
    </div>
  )
}

function withLinks(text: string): ReactNode[] {
  const pieces: ReactNode[] = []
  let from = 0
  for (const found of text.matchAll(address)) {
    const written = found[0].replace(trailing, '')
    if (!URL.canParse(written)) continue
    pieces.push(text.slice(from, found.index), <OutsideLink key={found.index} href={written} />)
    from = found.index + written.length
  }
  return [...pieces, text.slice(from)]
}

function OutsideLink({ href }: { href: string }) {
  return (
    <a href={href} rel="nofollow ugc noopener" className="break-all">
      {href}
    </a>
  )
}
