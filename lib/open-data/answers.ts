import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isHeld } from '../held'
import { type Giving, licenceOf } from './licences'

/** What a program may read from any page of the web. */
const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
}

/** The same, given under the terms that its city chose (RFC 4946 names the relation). */
export const openUnder = (tenant: Giving) => ({
  ...openToAll,
  link: `<${licenceOf(tenant).url}>; rel="license"`,
})

/** What an address asks, each word with all that was said of it. */
export function queryOf({ nextUrl: { searchParams } }: { nextUrl: URL }): Record<string, string[]> {
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]),
  )
}

/** An answer that a program may keep: the second time it asks with the tag of what it holds, nothing is sent. */
export function answerWith(tenant: Giving, request: Request, body: string, type: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ...openUnder(tenant), etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  if (isHeld(etag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': type } })
}

export function answerJson(tenant: Giving, request: Request, value: unknown): Response {
  return answerWith(tenant, request, JSON.stringify(value), 'application/json; charset=utf-8')
}

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ parameter: z.string(), code: z.string() })).optional(),
  })
  .describe('RFC 9457.')

const titles: Record<number, string> = { 400: 'Bad Request', 404: 'Not Found', 410: 'Gone' }

/** What went wrong, as RFC 9457 has it. */
export function problem(status: 400 | 404 | 410, rest: Partial<z.input<typeof Problem>> = {}): Response {
  const body = { type: 'about:blank', title: titles[status]!, status, ...rest }
  const headers = { ...openToAll, 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify(body), { status, headers })
}

/** The parameters of an address that cannot be read, each with what is wrong. */
export function badParameters({ issues }: z.ZodError): Response {
  const errors = issues.map(({ path, code, message }) => ({
    parameter: String(path[0] ?? ''),
    code: code === 'custom' ? message : code,
  }))
  return problem(400, { detail: 'Some parameters cannot be read.', errors })
}

/** A browser asks first when a program sends a tag from another page. */
export function allowReading(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'If-None-Match, Accept, Accept-Language',
      'access-control-max-age': '86400',
    },
  })
}
