import type { ReactNode } from 'react'

/** What will be here, and the one thing to do about it. */
export function EmptyState({
  title,
  art,
  action,
  level: Heading = 'h2',
  children,
}: {
  title: string
  art?: ReactNode
  action?: ReactNode
  level?: 'h1' | 'h2' | 'h3'
  children?: ReactNode
}) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-tint">
      {art}
      <div className="px-5 py-10 text-center md:px-10">
        <Heading className="text-xl md:text-2xl">{title}</Heading>
        {children && <div className="mx-auto mt-3 max-w-text text-muted">{children}</div>}
        {action && <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div>}
      </div>
    </div>
  )
}
