import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { Tenant } from '../../tenants/tenant'
import { isCrowded } from '../crowd'
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

const atATime = 250
/** No letter is begun later than this after it was taken: what is held is surely left to one worker. */
const beginWithin = (holdSeconds - 30) * 1000
/** While a crowd asks, each connection rests before every letter, but the one somebody waits for. */
const crowdedPause = 50

type Carrying = { tenant: Tenant; line: Line; clock: () => Date }

/**
 * Sends the letters that are due, or one. A connection begins no other letter before the one that the mail server has is
 * written down: should the worker die in between, as many letters as there are connections may leave again, under the
 * same Message-ID. SMTP leaves no smaller number. Returns how many were taken, and whether the mail server can be had.
 */
export async function carryLetters(
  { tenant, line, clock }: Carrying,
  only?: string,
): Promise<{ taken: number; isAway: boolean }> {
  const begun = clock().getTime()
  const ids = await takeLetters(tenant, { now: clock(), most: atATime, only })
  if (ids.length === 0) return { taken: 0, isAway: false }
  const left = await listTaken(tenant, ids)
  const mark = together((sent) => noteUntilNoted(() => markSent(tenant, sent, clock())))
  let away: string | null = null
  await Promise.all(Array.from({ length: lanes }, next))
  const unsent = left.map(({ letter }) => letter.id)
  if (unsent.length > 0)
    await putBack(tenant, unsent, { lastError: away, now: clock(), asIfNotTried: away === null })
  return { taken: ids.length, isAway: away !== null }

  async function next(): Promise<void> {
    while (away === null && clock().getTime() - begun < beginWithin) {
      if (!only && isCrowded()) await pause(crowdedPause)
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
      await mark(id)
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
function together(write: (ids: string[]) => Promise<void>): (id: string) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  let waiting: string[] = []
  const begin = () => {
    const ids = waiting
    waiting = []
    next = null
    return (last = write(ids))
  }
  return (id) => {
    waiting.push(id)
    return (next ??= last.then(begin))
  }
}

/** What has left must not be forgotten because the database was away for a moment; the letters are held meanwhile. */
async function noteUntilNoted(note: () => Promise<void>): Promise<void> {
  for (const wait of [100, 500, 2000, 5000, 10_000]) {
    const isNoted = await note().then(
      () => true,
      () => false,
    )
    if (isNoted) return
    await pause(wait)
  }
  await note()
}
