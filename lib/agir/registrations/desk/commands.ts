import 'server-only'
import { seatTogether, type SeatRequest } from '../../../db/counting'
import { refused } from '../../../outcome'
import { inTurn } from '../../../short-turns'
import { countsMoved } from '../../../tenancy/freshness'
import { type SeatAnswer, seatAnswer } from '../rules'

type City = { id: string }
type Answer = (answer: SeatAnswer) => void
type Waiting = { asked: SeatRequest; now: Date; tries: number; answer: Answer }
type Line = { tenant: City; waiting: Waiting[]; isUnderWay: boolean }

const mostInABatch = 500
const mostWaiting = 20_000
const mostTries = 5
/** Longer than this and the answer is "we do not know": asking again is always safe. */
const patience = 2500

// Next and the server around it each bundle this file; there is one desk in the process.
const key = Symbol.for('parvis.seat-desk')
const shared = globalThis as { [key]?: Map<string, Line> }
const lines = () => (shared[key] ??= new Map())

/** Asks for seats, with whoever else is asking in this city; answers once it is committed or cannot be. */
export function askForSeats(tenant: City, asked: SeatRequest, now: Date): Promise<SeatAnswer> {
  const line = lines().get(tenant.id) ?? { tenant, waiting: [], isUnderWay: false }
  lines().set(tenant.id, line)
  if (line.waiting.length >= mostWaiting) return Promise.resolve(refused('away'))
  return new Promise((answer) => {
    const waiting = { asked, now, tries: 0, answer: answerOnce(answer, () => leave(line, waiting)) }
    line.waiting.push(waiting)
    void serve(line)
  })
}

/** The first answer counts; with none in time it is "away", and a request not yet sent is not sent any more. */
function answerOnce(answer: Answer, giveUp: () => void): Answer {
  const timer = setTimeout(() => {
    giveUp()
    answer(refused('away'))
  }, patience)
  return (given) => {
    clearTimeout(timer)
    answer(given)
  }
}

function leave(line: Line, waiting: Waiting) {
  const place = line.waiting.indexOf(waiting)
  if (place >= 0) line.waiting.splice(place, 1)
}

/** One batch of a city at a time: those who come meanwhile are the next one. */
async function serve(line: Line): Promise<void> {
  if (line.isUnderWay) return
  line.isUnderWay = true
  while (line.waiting.length > 0) await send(line, line.waiting.splice(0, mostInABatch))
  line.isUnderWay = false
  lines().delete(line.tenant.id)
}

async function send(line: Line, batch: Waiting[]): Promise<void> {
  const now = batch.at(-1)!.now
  const asked = batch.map((one) => one.asked)
  const rows = await seatTogether(line.tenant, asked, now).catch((error: unknown) => {
    console.error('registrations of', line.tenant.id, error instanceof Error ? error.message : error)
    return []
  })
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  for (const [index, waiting] of batch.entries()) {
    const row = byPlace.get(index + 1)
    const answer = row && seatAnswer(row)
    if (answer) inTurn(line.tenant.id, () => waiting.answer(answer))
    else if (++waiting.tries < mostTries) line.waiting.push(waiting)
    else waiting.answer(refused('away'))
  }
  if (rows.some(({ verdict }) => verdict === 'done')) countsMoved(line.tenant.id)
}
