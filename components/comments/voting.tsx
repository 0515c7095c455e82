import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { vote } from '@/lib/comments/actions'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { VotesFor } from './votes'
import { voteWords } from './words'

/** Around all comments of a page, so that what their buttons share is sent once. */
export async function Voting({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  if (!isOpen) return children
  const [words, href, { locale }] = await Promise.all([voteWords(), currentHref(), currentSite()])
  return (
    <VotesFor
      action={vote}
      words={words}
      icon={<Icon name="thumbs-up" className="size-4" />}
      manageHref={href('/mes-commentaires')}
      locale={locale}
    >
      {children}
    </VotesFor>
  )
}
