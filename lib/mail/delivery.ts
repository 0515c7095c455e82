import 'server-only'
import type { Tenant } from '../../tenants/tenant'
import { compose } from './compose'
import {
  endLetter,
  forgetRefusal,
  holdSeconds,
  markRefused,
  markSent,
  putBack,
  takeLetters,
} from './outbox/commands'
import { listTaken, type WaitingLetter } from './outbox/queries'
import { type Envelope, lanes, type Line, meaningOf } from './transport'

const atATime = 100
/** No letter is begun later than this after it was taken: what is held is surely left to one worker. */
const beginWithin = (holdSeconds - 30) * 1000

type Carrying = { tenant: Tenant; line: Line; clock: () => Date }

/**
 * Sends the letters that are due, or one. Each is marked as sent within milliseconds of the mail server saying that it has
 * it: should the worker die in between, the same letter leaves again under the same Message-ID. Returns how many were
 * taken, and whether the mail server can be had.
 */
export async function carryLetters(
  { tenant, line, clock }: Carrying,
  only?: string,
): Promise<{ taken: number; isAway: boolean }> {
  const begun = clock().getTime()
  const ids = await takeLetters(tenant, { now: clock(), most: atATime, only })
  if (ids.length === 0) return { taken: 0, isAway: false }
  const left = await listTaken(tenant, ids)
  const marks = marking((sent) => markSent(tenant, sent, clock()))
  let away: string | null = null
  await Promise.all(Array.from({ length: lanes }, next))
  await marks.finished()
  const unsent = left.map(({ letter }) => letter.id)
  if (unsent.length > 0)
    await putBack(tenant, unsent, { lastError: away, now: clock(), asIfNotTried: away === null })
  return { taken: ids.length, isAway: away !== null }

  async function next(): Promise<void> {
    while (away === null && clock().getTime() - begun < beginWithin) {
      const waiting = left.shift()
      if (!waiting) return
      away = await carry(waiting)
      if (away !== null) left.push(waiting)
    }
  }

  /** Why the mail server cannot be had, or null: whatever else goes wrong is this letter's own. */
  async function carry(waiting: WaitingLetter): Promise<string | null> {
    const { id } = waiting.letter
    const sealed = compose(tenant, waiting)
    if (!sealed || isSuppressed(waiting)) {
      const lastError = sealed ? waiting.refusal : null
      await endLetter(tenant, id, { state: 'dropped', lastError, now: clock() })
      return null
    }
    const failure = await line.post(sealed).then(
      () => null,
      (error: unknown) => error,
    )
    if (!failure) {
      marks.add(id)
      if (waiting.refusal) await forgetRefusal(tenant, sealed.to.address)
      return null
    }
    return failed(id, sealed, failure)
  }

  async function failed(id: string, { to }: Envelope, failure: unknown): Promise<string | null> {
    const meaning = meaningOf(failure)
    const lastError = (failure instanceof Error ? failure.message : String(failure)).slice(0, 300)
    if (meaning === 'away') return lastError
    if (meaning === 'later') await putBack(tenant, [id], { lastError, now: clock() })
    else await endLetter(tenant, id, { state: 'failed', lastError, now: clock() })
    if (meaning === 'refused') await markRefused(tenant, to.address, lastError, clock())
    return null
  }
}

/** A mailbox that refused is left alone, unless its owner is at the door asking for a link. */
function isSuppressed({ letter, refusal }: WaitingLetter): boolean {
  return refusal !== null && letter.kind !== 'sign_in_link'
}

/** Writes down together what was sent while the last ones were being written down. */
function marking(write: (ids: string[]) => Promise<void>) {
  let waiting: string[] = []
  let writing: Promise<void> | null = null
  const begin = (): Promise<void> =>
    write(waiting.splice(0)).finally(() => {
      writing = waiting.length > 0 ? begin() : null
    })
  return {
    add: (id: string) => {
      waiting.push(id)
      writing ??= begin()
    },
    finished: async () => {
      while (writing) await writing
    },
  }
}
