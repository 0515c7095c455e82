import { type OutgoingHttpHeaders, STATUS_CODES } from 'node:http'
import { send } from './answer'
import type { Visit } from './own-routes'

/** For one reader alone. */
export function sendJson(
  response: Visit['response'],
  status: number,
  body: object,
  headers: OutgoingHttpHeaders = {},
): void {
  const always = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }
  send(response, status, { ...always, ...headers }, JSON.stringify(body))
}

/** RFC 9457: what went wrong, for a program to read. */
export function sendProblem(
  response: Visit['response'],
  status: number,
  detail: object,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, ...detail }
  sendJson(response, status, body, { 'content-type': 'application/problem+json; charset=utf-8', ...headers })
}
