import type { ReactNode } from 'react'

/** A line to be copied as it is. */
export function Copied({ children }: { children: ReactNode }) {
  return (
    <p
      dir="ltr"
      className="rounded-control border border-line bg-tint px-3 py-2 font-mono text-base break-all"
    >
      {children}
    </p>
  )
}
