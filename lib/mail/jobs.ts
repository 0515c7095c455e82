import type { Job } from '../jobs/rules'
import { bundle } from '../notifications/telling/commands'
import { carryLetters } from './delivery'
import { askForTurn } from './outbox/commands'
import { lineOf } from './sender/line'

/** After so long the line is left to others; what remains is taken up again within the minute, or at once. */
const turn = 20_000

/** A city with much to send leaves the others, and whoever waits for a link, half of a worker's hands. */
const handsOfACity = 2
const underWay = new Map<string, { hands: number; isAskedAgain: boolean }>()

/** Sends what is due, then makes letters of what has become so; the mail server's connections serve for all of them. */
export const carry: Job = async (_payload, { tenant, now }) => {
  const city = underWay.get(tenant.id) ?? { hands: 0, isAskedAgain: false }
  underWay.set(tenant.id, city)
  if (city.hands >= handsOfACity) return void (city.isAskedAgain = true)
  city.hands++
  const line = await lineOf(tenant, now)
  const clock = clockFrom(now)
  try {
    let [goesOn, sent] = [true, 0]
    while (goesOn && clock().getTime() - now.getTime() < turn) {
      city.isAskedAgain = false
      const hasMore = sent === 0 && (await bundle(tenant, clock()))
      const { taken, isAway } = await carryLetters({ tenant, line, clock })
      goesOn = !isAway && (hasMore || taken > 0 || sent > 0 || city.isAskedAgain)
      sent = taken
    }
    if (goesOn) await askForTurn(tenant)
  } finally {
    city.hands--
    line.close()
  }
}

/** Sends one letter without waiting for the others, such as the link someone sits waiting for. */
export const send: Job = async ({ letterId }, { tenant, now }) => {
  const line = await lineOf(tenant, now)
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
