import { Icon } from './icon'

/** The way back up; the page itself is the last word and no link. */
export function Breadcrumbs({ label, trail }: { label: string; trail: { href?: string; text: string }[] }) {
  return (
    <nav aria-label={label} className="text-base text-muted">
      <ol className="flex flex-wrap items-center gap-x-1">
        {trail.map(({ href, text }, index) => (
          <li key={text} className="flex min-w-0 items-center gap-1">
            {index > 0 && <Icon name="chevron-right" className="opacity-60" />}
            {href ? (
              <a href={href} className="inline-flex min-h-11 items-center">
                {text}
              </a>
            ) : (
              <span aria-current="page" className="line-clamp-1">
                {text}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
