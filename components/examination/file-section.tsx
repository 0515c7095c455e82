import type { ReactNode } from 'react'

/** One subject of a file; the one to deal with now stands out. */
export function FileSection({
  id,
  title,
  lead,
  isNext,
  children,
}: {
  id: string
  title: ReactNode
  lead?: ReactNode
  isNext?: boolean
  children: ReactNode
}) {
  return (
    <section
      aria-labelledby={id}
      className={
        isNext ? 'rounded-card border border-action bg-tint p-5 md:p-6' : 'border-t border-line pt-8'
      }
    >
      <h2 id={id} className="text-xl md:text-xl">
        {title}
      </h2>
      {lead && <p className="mt-1 max-w-text text-muted">{lead}</p>}
      <div className="mt-5 space-y-6">{children}</div>
    </section>
  )
}
