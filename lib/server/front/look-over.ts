import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { wasDatabaseInTrouble } from '../../db/trouble'
import { whileDatabaseAnswers } from '../patience'
import { isReading } from './origin-check'

/** Answers now or later, through a way of sending that nobody else can use meanwhile. */
export type Say = (speak: Speak) => void
export type Speak = (send: () => void) => void

type Other = {
  /** What to say when it may be tried again. */
  sorry: () => void
  /** What to say in place of a page that Next could only sketch, by its status. */
  say: (status: number) => Say | undefined
}

/**
 * Looks an answer over before its first byte: `tidy` has the last word on its head. When the database failed, or lets a
 * request wait too long, or Next could only sketch a page, another answer goes out and this one is not listened to. Ends
 * when the first byte goes out, or nobody waits for it any more.
 */
export function lookOver(response: ServerResponse, tidy: () => void, other: Other | null): Promise<void> {
  const { write, end, writeHead, setHeader } = response
  const own = { write, end, writeHead, setHeader }
  let begun = () => {}
  const stop = watch(response, () => other && !response.headersSent && instead((speak) => speak(other.sorry)))
  Object.assign(response, {
    flushHeaders: () => {},
    writeHead: (status: number, ...rest: unknown[]) => keepHead(response, status, rest),
    write: (...given: Parameters<typeof own.write>) => !mayGo() || own.write.apply(response, given),
    end: (...given: Parameters<typeof own.end>) => (mayGo() ? own.end.apply(response, given) : response),
  })
  return new Promise((resolve) => {
    begun = resolve
    response.once('close', resolve)
  })

  function mayGo(): boolean {
    if (response.headersSent) return true
    stop()
    begun()
    const said = other && otherAnswer(response, other)
    if (said) {
      instead(said)
      return false
    }
    tidy()
    response.writeHead = own.writeHead
    return true
  }

  function instead(say: Say): void {
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    Object.assign(response, unheard(response))
    say((send) => {
      Object.assign(response, own)
      send()
      Object.assign(response, unheard(response))
    })
  }
}

/** What is said to such an answer goes nowhere. */
const unheard = (response: ServerResponse) => ({
  write: () => true,
  end: () => response,
  writeHead: () => response,
  setHeader: () => response,
})

function otherAnswer(response: ServerResponse, { sorry, say }: Other): Say | undefined {
  if (response.statusCode >= 500 && wasDatabaseInTrouble()) return (speak) => speak(sorry)
  return String(response.getHeader('content-type') ?? '').startsWith('text/html')
    ? say(response.statusCode)
    : undefined
}

/** The head is only noted: it goes out with the first byte. */
function keepHead(response: ServerResponse, status: number, rest: unknown[]): ServerResponse {
  const headers = rest.find((one) => typeof one === 'object') as OutgoingHttpHeaders | undefined
  response.statusCode = status
  for (const [name, value] of Object.entries(headers ?? {}))
    if (value !== undefined) response.setHeader(name, value)
  return response
}

/** Calls `end` when an answer has taken too long since its whole request was here; what it returns stops the watch. */
function watch(response: ServerResponse, end: () => void): () => void {
  const { req: request } = response
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  const begin = async () => {
    const waited = await whileDatabaseAnswers(stopped, patienceFor(request))
    if (waited === 'away') end()
  }
  if (isReading(request)) void begin()
  else request.once('end', () => void begin())
  response.once('close', stop)
  return stop
}

/** How long an answer may take; pictures are drawn again before they are kept. */
const patienceFor = ({ headers }: IncomingMessage) =>
  headers['content-type']?.startsWith('multipart/form-data') ? 12_000 : undefined
