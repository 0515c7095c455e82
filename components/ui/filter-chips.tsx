import { Icon } from './icon'

type Chip = { name: string; href: string; remove: string }

/** What a list is narrowed by, each one press away from being taken off, and all of it when there are several. */
export function FilterChips({
  label,
  chips,
  clear,
}: {
  label: string
  chips: Chip[]
  clear: { href: string; text: string }
}) {
  if (chips.length === 0) return null
  return (
    <ul aria-label={label} className="mb-4 flex flex-wrap items-center gap-2">
      {chips.map(({ name, href, remove }) => (
        <li key={name}>
          <a
            href={href}
            aria-label={remove}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-control bg-action-tint px-4 text-base text-on-action-tint no-underline hover:border-ink hover:text-on-action-tint"
          >
            <bdi>{name}</bdi>
            <Icon name="x" />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a href={clear.href} className="inline-flex min-h-11 items-center px-2">
            {clear.text}
          </a>
        </li>
      )}
    </ul>
  )
}
