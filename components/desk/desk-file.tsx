import type { ReactNode } from 'react'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'

/** The file of one idea: whose it is, the way back to the list it was found in, and what has just been done. */
export function DeskFile({
  idea,
  lead,
  back,
  done,
  children,
}: {
  idea: { title: string; locale: string }
  lead: string
  back: { href: string; text: string }
  done: string | null
  children: ReactNode
}) {
  const above = (
    <a href={back.href} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {back.text}
    </a>
  )
  const title = (
    <span lang={idea.locale} dir="auto">
      {idea.title}
    </span>
  )
  return (
    <Page title={title} lead={lead} above={above}>
      <div className="max-w-text space-y-10">
        {done && (
          <Notice tone="success" live="status">
            {done}
          </Notice>
        )}
        {children}
      </div>
    </Page>
  )
}
