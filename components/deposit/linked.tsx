import type { ReactNode } from 'react'

/** Fills `<link>…</link>` of a sentence: `t.rich('gone', { link: linkTo(href) })`. */
export function linkTo(href: string) {
  function Linked(text: ReactNode) {
    return <a href={href}>{text}</a>
  }
  return Linked
}
