import type { ReactNode } from 'react'
import { follow, support, takeBack, unfollow } from '@/lib/ideas/supports/actions'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { Icon } from '../ui/icon'
import { FollowForm } from './follow-form'
import { followWords } from './follow-words'
import { ShareLinks } from './share-links'
import { SupportBox } from './support-box'
import { type SupportedIdea, supportWords } from './support-words'

/**
 * The count of an idea, the button, and what follows from pressing it. The same for everyone who reads: what is one
 * reader's own arrives afterwards. `returning`: someone who pressed, signed in, and has one press left to make.
 */
export async function SupportPanel({
  idea,
  returning = false,
  children,
}: {
  idea: SupportedIdea
  returning?: boolean
  children?: ReactNode
}) {
  const [words, following, href, { origin }] = await Promise.all([
    supportWords(idea, new Date()),
    followWords(),
    currentHref(),
    currentSite(),
  ])
  const address = href(`/idees/${idea.slug}`, 'decider')
  const suite = encodeURIComponent(`${address}?geste=soutenir`)
  return (
    <SupportBox
      ideaId={idea.id}
      initial={{ count: idea.supportCount, threshold: idea.threshold ?? 0, reached: idea.reachedAt !== null }}
      signIn={`${href('/connexion', 'decider')}?suite=${suite}`}
      actions={{ give: support, takeBack }}
      words={words}
      returning={returning}
      mayTakeBack={idea.rules?.withdrawUntil !== 'never'}
      icons={{ give: <Icon name="hand-heart" />, reached: <Icon name="award" size={24} /> }}
      follow={
        <FollowForm
          ideaId={idea.id}
          words={following}
          ticked={idea.rules?.followTicked ?? false}
          actions={{ follow, unfollow }}
        />
      }
      share={<ShareLinks address={`${origin}${address}`} title={idea.title} />}
    >
      {children}
    </SupportBox>
  )
}
