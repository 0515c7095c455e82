import 'server-only'
import postgres from 'postgres'
import { type Batch, countingLanes, countTogether } from '../../db/counting'
import type { CountedRow } from '../../db/counting-row'
import { withinPatience } from '../../patience'
import { inTurn } from '../../short-turns'
import { countsMoved } from '../../tenancy/freshness'
import { leaveSources } from '../merges/voices/commands'
import { aliasOf } from '../paper/queries'
import { answerOf, away, notThere, type SupportAnswer } from './rules'
import { knownScopeKey, limiterOf, scopeKeyOf, voterKey } from './scope-keys'

export type Voice = { tenant: { id: string }; ideaId: string; sessionId: string; personId: string }

type Waiting = Omit<Voice, 'tenant'> & {
  voter: string
  limiter: string
  gives: boolean
  /** By what they would be known on the sheets of the idea; asked for when it has any. */
  alias?: string
  tries: number
  answer: Answer
}
type Answer = (answer: SupportAnswer) => void
type Line = { tenant: { id: string }; waiting: Waiting[]; underWay: number }

const mostInABatch = 1000
const mostWaiting = 20_000
const lanesOfACity = 1
/** Longer than this and the answer is "we do not know": asking again is always safe. */
const patience = 2500

// Next and the server around it each bundle this file; there is one desk in the process.
const key = Symbol.for('parvis.support-desk')
const shared = globalThis as { [key]?: { lines: Map<string, Line>; underWay: number } }
const desk = () => (shared[key] ??= { lines: new Map(), underWay: 0 })

export const giveSupport = (voice: Voice) => ask(voice, true)
export const takeBackSupport = (voice: Voice) => ask(voice, false)

/** Puts a request in its city's line, and answers once what it asked for is committed or cannot be. */
async function ask({ tenant, ...voice }: Voice, gives: boolean): Promise<SupportAnswer> {
  const scope = knownScopeKey(tenant, voice.ideaId) ?? (await askedScopeKey(tenant, voice.ideaId))
  if (scope === 'away') return away
  if (scope === null) return notThere
  if (lineOf(tenant).waiting.length >= mostWaiting) return away
  const named = {
    ...voice,
    voter: voterKey(scope, voice.personId),
    limiter: limiterOf(tenant, voice.personId),
    gives,
  }
  return new Promise((answer) => {
    const waiting = { ...named, tries: 0, answer: answerOnce(answer, () => leave(tenant, waiting)) }
    stand(tenant, waiting)
  })
}

function askedScopeKey(tenant: { id: string }, ideaId: string) {
  return withinPatience(scopeKeyOf(tenant, ideaId)).catch(() => 'away' as const)
}

/** The first answer counts; with none in time it is "away", and a request not yet sent is not sent any more. */
function answerOnce(answer: Answer, giveUp: () => void): Answer {
  const timer = setTimeout(() => {
    giveUp()
    answer(away)
  }, patience)
  return (given) => {
    clearTimeout(timer)
    answer(given)
  }
}

/** A line ends with its last answer: who stands in it again, asks for it again. */
function stand(tenant: { id: string }, waiting: Waiting) {
  lineOf(tenant).waiting.push(waiting)
  serve()
}

function leave({ id }: { id: string }, waiting: Waiting) {
  const line = desk().lines.get(id)?.waiting ?? []
  const place = line.indexOf(waiting)
  if (place >= 0) line.splice(place, 1)
}

function lineOf(tenant: { id: string }): Line {
  const { lines } = desk()
  const line = lines.get(tenant.id) ?? { tenant, waiting: [], underWay: 0 }
  lines.set(tenant.id, line)
  return line
}

/** Sends a batch for each city in turn, as long as there are lanes: who was served goes to the end of the round. */
function serve() {
  const { lines } = desk()
  for (const [id, line] of lines) {
    if (desk().underWay >= countingLanes) return
    if (line.waiting.length === 0 || line.underWay >= lanesOfACity) continue
    lines.delete(id)
    lines.set(id, line)
    void send(line, line.waiting.splice(0, mostInABatch))
  }
}

async function send(line: Line, batch: Waiting[]): Promise<void> {
  line.underWay++
  desk().underWay++
  try {
    const rows = await countTogether(line.tenant, columnsOf(batch))
    countsMoved(line.tenant.id)
    for (const [place, waiting] of batch.entries())
      inTurn(line.tenant.id, () => tell(line.tenant, waiting, rows[place]))
  } catch (error) {
    const collided = isCollision(error)
    if (!collided && error instanceof postgres.PostgresError)
      console.error('supports of', line.tenant.id, error)
    for (const waiting of batch) tryAgain(line.tenant, waiting, collided)
  } finally {
    line.underWay--
    desk().underWay--
    serve()
    if (line.waiting.length + line.underWay === 0) desk().lines.delete(line.tenant.id)
  }
}

function columnsOf(batch: Waiting[]): Batch {
  return {
    ideas: batch.map(({ ideaId }) => ideaId),
    sessions: batch.map(({ sessionId }) => sessionId),
    people: batch.map(({ personId }) => personId),
    voters: batch.map(({ voter }) => voter),
    limiters: batch.map(({ limiter }) => limiter),
    gives: batch.map(({ gives }) => gives),
    aliases: batch.map(({ alias }) => alias ?? 'null'),
  }
}

function tell(tenant: { id: string }, waiting: Waiting, row: CountedRow | undefined) {
  if (row?.verdict === 'who') return void recognise(tenant, waiting)
  const answer = row && answerOf(row)
  if (answer && !waiting.gives && row.verdict === 'done' && row.needs)
    void leaveSources(tenant, waiting)
      .catch((error: unknown) => console.error('a voice taken back in', tenant.id, error))
      .then(() => waiting.answer(answer))
  else if (answer) waiting.answer(answer)
  else tryAgain(tenant, waiting, row !== undefined)
}

/** People have signed sheets of paper for this idea: whether this is one of them is asked before they are counted. */
async function recognise(tenant: { id: string }, waiting: Waiting): Promise<void> {
  const alias = await withinPatience(aliasOf(tenant, waiting)).catch(() => null)
  if (!alias || ++waiting.tries > 5) return waiting.answer(away)
  waiting.alias = alias
  stand(tenant, waiting)
}

function tryAgain(tenant: { id: string }, waiting: Waiting, isWorthIt: boolean) {
  if (!isWorthIt || ++waiting.tries > 5) return waiting.answer(away)
  stand(tenant, waiting)
}

/** Two processes locked the same rows in another order: Postgres undid one whole batch, which may simply be sent again. */
function isCollision(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return code === '40P01' || code === '40001'
}
