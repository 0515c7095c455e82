import http from 'node:http'
import https from 'node:https'
import { guardedLookup, mayBeCalled } from './addresses'

type Options = { headers?: Record<string, string>; milliseconds?: number; most?: number }
export type Fetched = { status: number; type: string; text: string }

/**
 * Reads what is at an address that somebody typed: over https, at a public address as seen when connecting, without
 * following a redirect, within four seconds in all and a hundred thousand characters.
 */
export async function guardedFetch(
  address: string,
  { headers = {}, milliseconds = 4000, most = 100_000 }: Options = {},
): Promise<Fetched> {
  if (!mayBeCalled(address)) throw new Error('address_refused')
  const { get } = address.startsWith('https:') ? https : http
  const signal = AbortSignal.timeout(milliseconds)
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    get(address, { lookup: guardedLookup, signal, headers, agent: false }, resolve).on('error', reject)
  })
  const { statusCode: status = 0 } = response
  if (status >= 300 && status < 400) {
    response.destroy()
    throw new Error('redirect_refused')
  }
  let text = ''
  for await (const part of response.setEncoding('utf8')) {
    text += part
    if (text.length > most) throw new Error('too_long')
  }
  return { status, type: response.headers['content-type'] ?? '', text }
}

/** A small JSON document. */
export async function readJson(address: string): Promise<unknown> {
  const { status, text } = await guardedFetch(address, { headers: { accept: 'application/json' } })
  if (status !== 200) throw new Error(`answered ${status}`)
  return JSON.parse(text)
}
