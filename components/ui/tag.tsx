import type { ReactNode } from 'react'

const tones = {
  neutral: 'bg-tint text-ink border-line',
  action: 'bg-action-tint text-on-action-tint border-transparent',
  accent: 'bg-accent-tint text-on-accent-tint border-transparent',
  success: 'bg-success-tint text-success border-transparent',
  warn: 'bg-warn-tint text-warn border-transparent',
  danger: 'bg-danger-tint text-danger border-transparent',
} as const

/** A state or a subject in one or two words; the colour only repeats what the word says. */
export function Tag({
  tone = 'neutral',
  icon,
  href,
  children,
}: {
  tone?: keyof typeof tones
  icon?: ReactNode
  href?: string
  children: ReactNode
}) {
  const look = `inline-flex max-w-full items-center gap-1.5 rounded-full border px-3 py-0.5 text-sm font-bold ${tones[tone]}`
  if (!href)
    return (
      <span className={look}>
        {icon}
        {children}
      </span>
    )
  return (
    <a href={href} className={`${look} min-h-11 no-underline hover:underline`}>
      {icon}
      {children}
    </a>
  )
}
