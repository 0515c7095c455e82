'use client'

import { useActionState, useEffect, useState } from 'react'
import { askStanding } from '@/components/layout/me'
import { SubmitButton } from '@/components/forms/form-fields'
import { Checkbox } from '@/components/ui/checkbox'
import type { FollowWords } from './follow-words'
import type { Action } from './support-state'

type Props = {
  ideaId: string
  words: FollowWords
  ticked: boolean
  actions: { follow: Action; unfollow: Action }
}

/** Letters about an idea are asked for apart from any support, and by ticking a box oneself or leaving it ticked. */
export function FollowForm({ ideaId, words, ticked, actions }: Props) {
  const [asked, follow] = useActionState(actions.follow, { status: 'idle' })
  const [stopped, unfollow] = useActionState(actions.unfollow, { status: 'idle' })
  const following = useFollowing(ideaId, asked, stopped)
  if (following) {
    return (
      <form action={unfollow} className="flex flex-wrap items-center gap-x-4">
        <input type="hidden" name="ideaId" value={ideaId} />
        <p role="status">{words.on}</p>
        <SubmitButton variant="quiet" className="!px-0">
          {words.stop}
        </SubmitButton>
      </form>
    )
  }
  return (
    <form action={follow} aria-labelledby="suite-par-lettre">
      <h3 id="suite-par-lettre" className="text-lg">
        {words.title}
      </h3>
      <input type="hidden" name="ideaId" value={ideaId} />
      <Checkbox name="agreed" label={words.label} hint={words.hint} defaultChecked={ticked} required />
      <SubmitButton variant="secondary">{words.save}</SubmitButton>
    </form>
  )
}

type Said = Awaited<ReturnType<Action>>

/** What was answered last, else what the page learnt of the reader. */
function useFollowing(ideaId: string, asked: Said, stopped: Said): boolean {
  const [following, setFollowing] = useState(asked.status === 'done')
  const [heard, setHeard] = useState({ asked, stopped })
  useEffect(() => {
    askStanding().then((standing) => standing?.id === ideaId && setFollowing(standing.following))
  }, [ideaId])
  if (heard.asked !== asked || heard.stopped !== stopped) {
    setHeard({ asked, stopped })
    const last = heard.asked === asked ? stopped : asked
    if (last.status === 'done') setFollowing(last === asked)
  }
  return following
}
