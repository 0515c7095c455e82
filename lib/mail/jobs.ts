import type { Job } from '../jobs/registry'
import { bundle } from '../notifications/telling/commands'
import { carryLetters } from './delivery'
import { askForTurn } from './outbox/commands'
import { openLine } from './transport'

/** After so long the line is left to others; what remains is taken up again within the minute, or at once. */
const turn = 20_000

/** Sends what is due: what is told on the way makes new letters, and the mail server's connections serve for all of them. */
export const carry: Job = async (_payload, { tenant, now }) => {
  const line = openLine()
  const clock = clockFrom(now)
  try {
    let goesOn = true
    while (goesOn && clock().getTime() - now.getTime() < turn) {
      const hasMore = await bundle(tenant, clock())
      const { taken, isAway } = await carryLetters({ tenant, line, clock })
      goesOn = !isAway && (hasMore || taken > 0)
    }
    if (goesOn) await askForTurn(tenant)
  } finally {
    line.close()
  }
}

/** Sends one letter without waiting for the others, such as the link someone sits waiting for. */
export const send: Job = async ({ letterId }, { tenant, now }) => {
  const line = openLine()
  try {
    await carryLetters({ tenant, line, clock: clockFrom(now) }, String(letterId))
  } finally {
    line.close()
  }
}

/** The time the work was begun with, going on from there. */
function clockFrom(now: Date): () => Date {
  const begun = performance.now()
  return () => new Date(now.getTime() + performance.now() - begun)
}
