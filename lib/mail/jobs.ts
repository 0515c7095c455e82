import type { Job } from '../jobs/registry'
import { closeLetter, noteFailure, writeLetters } from './commands'
import { compose } from './compose'
import { findWaitingLetter } from './queries'
import { isRefusedForGood, post } from './transport'

export const writeForEvent: Job = ({ eventId }, { tenant }) => writeLetters(tenant, String(eventId))

/**
 * Sends one letter. When the mail server is away or says no for now, the letter waits and the job comes back later; the
 * same Message-ID each time lets a mailbox see that a letter which came twice, after a line cut at the wrong moment, is one.
 */
export const send: Job = async ({ letterId }, { tenant, now }) => {
  const id = String(letterId)
  const waiting = await findWaitingLetter(tenant, id)
  if (!waiting) return
  const letter = await compose(tenant, waiting)
  if (!letter) return closeLetter(tenant, id, { state: 'dropped', now })
  const failure = await post(letter).then(
    () => null,
    (error: unknown) => error,
  )
  if (!failure) return closeLetter(tenant, id, { state: 'sent', now })
  const lastError = (failure instanceof Error ? failure.message : String(failure)).slice(0, 300)
  if (isRefusedForGood(failure)) return closeLetter(tenant, id, { state: 'failed', lastError, now })
  await noteFailure(tenant, id, lastError)
  throw new Error(`letter ${id} has not left: ${lastError}`)
}
