import type { FoundComment } from '../../ideas/imports/input'
import { instantOf, visible } from '../../ideas/imports/rules'
import { plainText } from '../../text'
import type { Stance } from '../rules'

/** Wider than what may be said here: what was said elsewhere is kept as it was said. */
const length = { min: 1, max: 40_000 }
const mostVotes = 2_000_000_000

export type CommentArrival = {
  originId: string
  stance: Stance
  body: string
  at: Date
  votes: number
}

/** What an argument of another platform becomes here, or null when it cannot. Its text is read already, without HTML. */
export function commentArrivalOf(found: FoundComment, timeZone: string, now: Date): CommentArrival | null {
  const { id, stance, votes, removed } = found
  const at = instantOf(found.createdAt.trim(), timeZone)
  const body = plainText(length).safeParse(visible(found.body))
  const isCounted = Number.isInteger(votes) && votes >= 0 && votes <= mostVotes
  if (removed || !at || at > now || !body.success || !isCounted || id === '' || id.length > 200) return null
  return { originId: id, stance, body: body.data, at, votes }
}
