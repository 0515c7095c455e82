import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type NextAuthOptions } from 'next-auth'

// The host is settled before next-auth is asked: it reads it from the request made below, never from the environment.
process.env.AUTH_TRUST_HOST = '1'
delete process.env.NEXTAUTH_URL

export type Step = {
  method: 'GET' | 'POST'
  action: 'signin' | 'callback'
  query: Record<string, string>
  body: Record<string, string>
  cookies: Record<string, string>
}
/** `forgets`: someone has just gone from this browser. */
export type Answer = { location: string | null; setCookies: string[]; forgets?: true }

/**
 * One step of next-auth for one city. Its request is made here, from what was checked already: the city's own address,
 * and for a form a token that says so, since the exact origin of the form has been compared.
 */
export async function takeStep(
  origin: string,
  provider: string,
  options: NextAuthOptions,
  step: Step,
): Promise<Answer> {
  const { protocol, host } = new URL(origin)
  const csrf = randomBytes(32).toString('hex')
  const csrfName = options.cookies?.csrfToken?.name ?? ''
  const signed = createHash('sha256').update(`${csrf}${options.secret}`).digest('hex')
  const request = {
    method: step.method,
    headers: { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
    query: { ...step.query, nextauth: [step.action, provider] },
    body: step.method === 'POST' ? { ...step.body, csrfToken: csrf } : undefined,
    cookies: { ...step.cookies, [csrfName]: `${csrf}|${signed}` },
  }
  const headers = new Map<string, unknown>()
  const response = answerInto(headers)
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  const location = headers.get('location')
  const setCookies = headers.get('set-cookie')
  return {
    location: typeof location === 'string' ? location : null,
    setCookies: Array.isArray(setCookies) ? setCookies.map(String) : [],
  }
}

/** As much of a response as next-auth writes to. */
function answerInto(headers: Map<string, unknown>) {
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => (headers.set(name.toLowerCase(), value), response),
    json: () => response,
    send: () => response,
    end: () => response,
  }
  return response
}
