import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from './crowd'
import { type Answer, askSupport, type Way } from './requests'
import type { Move } from './series'

export type Played = {
  given: number
  takenBack: number
  refused: string[]
  last: Answer | null
  reached: boolean
  now: number
}
type Play = {
  way: Way
  ideaId: string
  moves: Iterable<Move>
  crowd: Person[]
  beginning: number
  speed: number
  tell: (played: Played) => void
}

const mostAtOnce = 256

/** Sends each move when its turn comes in the series divided by `speed`, and never two of one person at once. */
export async function play({ way, ideaId, moves, crowd, beginning, speed, tell }: Play): Promise<Played> {
  const played: Played = { given: 0, takenBack: 0, refused: [], last: null, reached: false, now: beginning }
  const underWay = new Set<Promise<void>>()
  const holders: Person[] = []
  const started = performance.now()
  const telling = setInterval(() => tell(played), 2000)
  let next = 0
  try {
    for (const { at, kind } of moves) {
      await untilTurn(at)
      const person = kind === 'give' ? crowd[next++] : await whoHolds()
      if (!person) continue
      const asked = (kind === 'give' ? give(person) : takeBack(person)).catch((error: Error) => {
        played.refused.push(error.message)
      })
      underWay.add(asked)
      void asked.then(() => underWay.delete(asked))
    }
    await Promise.all(underWay)
  } finally {
    clearInterval(telling)
  }
  return played

  async function untilTurn(at: number) {
    played.now = at
    const wait = (at - beginning) / speed - (performance.now() - started)
    if (wait > 1) await pause(wait)
    while (underWay.size >= mostAtOnce) await Promise.race(underWay)
  }

  /** Someone whose support is counted; while there is none, those under way are waited for. */
  async function whoHolds(): Promise<Person | undefined> {
    while (holders.length === 0 && underWay.size > 0) await Promise.race(underWay)
    return holders.shift()
  }

  async function give(person: Person) {
    const { counted } = note(await askSupport(way, ideaId, 'PUT', person.cookie))
    if (!counted) throw new Error('PUT was acknowledged and not counted')
    played.given += 1
    holders.push(person)
  }

  async function takeBack(person: Person) {
    const { counted } = note(await askSupport(way, ideaId, 'DELETE', person.cookie))
    if (counted) throw new Error('DELETE was acknowledged and still counted')
    played.takenBack += 1
  }

  function note(answer: Answer): Answer {
    played.last = answer
    played.reached ||= answer.reached
    return answer
  }
}
