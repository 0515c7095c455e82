import 'server-only'
import { type IconName, iconShapes } from './icon-shapes'

const followsReading = new Set<string>([
  'arrow-left',
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'external-link',
  'log-in',
  'log-out',
  'list',
])

/** Decoration beside a word: screen readers pass over it. Drawn on the server, so that no icon is ever downloaded. */
export function Icon({
  name,
  size = 20,
  className = '',
}: {
  name: IconName
  size?: 20 | 24
  className?: string
}) {
  const turned = followsReading.has(name) ? 'rtl:-scale-x-100' : ''
  const look = ['icon', size === 24 && 'icon-large', turned, className].filter(Boolean).join(' ')
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={look}>
      <path d={iconShapes[name]} />
    </svg>
  )
}

/** The icon a city chose by name in its settings, or none when the set has no such shape. */
export function NamedIcon({ name, size, className }: { name: string; size?: 20 | 24; className?: string }) {
  return name in iconShapes ? <Icon name={name as IconName} size={size} className={className} /> : null
}
