import { Icon } from './icon'

type Step = { href: string; label: string }

/** Earlier and later pages, and the numbered ones when they are known. */
export function Pagination({
  label,
  previous,
  next,
  pages = [],
}: {
  label: string
  previous?: Step
  next?: Step
  pages?: (Step & { number: string; current?: boolean })[]
}) {
  const look =
    'inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-control border border-transparent px-3 font-bold no-underline hover:bg-tint hover:underline'
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-1">
      {previous && (
        <a href={previous.href} rel="prev" className={look}>
          <Icon name="chevron-left" />
          {previous.label}
        </a>
      )}
      {pages.map((page) => (
        <a
          key={page.href}
          href={page.href}
          aria-label={page.label}
          aria-current={page.current ? 'page' : undefined}
          className={`${look} tabular aria-[current=page]:border-control aria-[current=page]:text-ink aria-[current=page]:no-underline`}
        >
          {page.number}
        </a>
      ))}
      {next && (
        <a href={next.href} rel="next" className={look}>
          {next.label}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
