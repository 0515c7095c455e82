import type { ReactNode } from 'react'

/** The frame of an inner page: one title, a word of introduction, and the subject. */
export function Page({
  title,
  lead,
  above,
  width = 'wide',
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  /** Breadcrumbs, or the way back. */
  above?: ReactNode
  width?: 'text' | 'wide'
  children?: ReactNode
}) {
  return (
    <div className="shell pt-6 pb-16 md:pt-10 md:pb-24">
      <div className={width === 'text' ? 'mx-auto max-w-text' : ''}>
        {above && <div className="mb-4">{above}</div>}
        <h1 className="max-w-[24em]">{title}</h1>
        {lead && <p className="mt-3 max-w-text text-lg text-muted md:text-xl">{lead}</p>}
        {children && <div className="mt-8">{children}</div>}
      </div>
    </div>
  )
}
