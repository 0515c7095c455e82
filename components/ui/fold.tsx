import type { ReactNode } from 'react'
import { Icon } from './icon'

type Inside = { title: ReactNode; children: ReactNode }

/** What is put away behind a few words; opens without any script. */
export function Fold({ open, className, ...inside }: Inside & { open?: boolean; className?: string }) {
  return (
    <details open={open} className={`group/fold ${className ?? ''}`}>
      <FoldInside {...inside} />
    </details>
  )
}

export function FoldInside({ title, children }: Inside) {
  return (
    <>
      <summary className="inline-flex min-h-11 items-center gap-1.5 font-bold text-link hover:text-link-hover">
        <Icon name="chevron-down" className="-rotate-90 group-open/fold:rotate-0 rtl:rotate-90" />
        <span className="underline underline-offset-4">{title}</span>
      </summary>
      <div className="mt-3">{children}</div>
    </>
  )
}
