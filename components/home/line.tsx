import type { ReactNode } from 'react'

type Given = { href: string; title: string; lang?: string; children: ReactNode }

/** One thing among a few: its name leads to it, the whole line may be pressed, and what counts about it stands below. */
export function Line({ href, title, lang, children }: Given) {
  return (
    <li className="relative py-4">
      <a
        href={href}
        lang={lang}
        className="block font-bold text-ink no-underline after:absolute after:inset-0 hover:text-link-hover hover:underline"
      >
        <bdi className="line-clamp-2">{title}</bdi>
      </a>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-base text-muted">
        {children}
      </div>
    </li>
  )
}
