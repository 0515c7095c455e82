import type { ReactNode } from 'react'
import { Icon } from './icon'

/** What is put away behind a few words; opens without any script. */
export function Fold({
  title,
  open,
  className,
  children,
}: {
  title: ReactNode
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={open} className={`group/fold ${className ?? ''}`}>
      <summary className="inline-flex min-h-11 items-center gap-1.5 font-bold text-link hover:text-link-hover">
        <Icon name="chevron-down" className="-rotate-90 group-open/fold:rotate-0 rtl:rotate-90" />
        <span className="underline underline-offset-4">{title}</span>
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}
