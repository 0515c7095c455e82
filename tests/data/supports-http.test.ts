import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { openSupportDesk } from '@/lib/server/front/support-desk'
import { siteForHost } from '@/lib/tenancy/registry'
import { aCrowd, anIdea, aSession, paris, someoneSignedIn } from '../support/factories'
import { openFront, tellingKitchen } from '../support/front'

let front: Awaited<ReturnType<typeof openFront>>
const host = 'decider.paris.localhost'

beforeAll(async () => {
  openSupportDesk()
  front = await openFront(tellingKitchen().listener)
})
afterAll(() => front.close())

type Claims = { sessionId: string; personId: string }

const cookieOf = (claims: Claims, epoch = 1) =>
  `Cookie: ${sessionCookieName()}=${signSession(paris.id, epoch, { ...claims, expiresAt: new Date(Date.now() + 60_000) })}`

async function ask(method: string, path: string, more = '', origin?: string) {
  const { origin: own } = (await siteForHost(host))!
  const answer = await front.ask(
    `${method} ${path} HTTP/1.1\nHost: ${host}:${front.port}\nOrigin: ${origin ?? own}\nContent-Length: 0\n${more}`,
  )
  return { ...answer, json: parsed(answer.body) }
}

const parsed = (body: string): unknown => (body.startsWith('{') ? JSON.parse(body) : null)
const supportOf = (id: string) => `/api/v1/ideas/${id}/support`

test('a support through the door answers with the count, and so does its repeat', async () => {
  const idea = await anIdea(paris, { threshold: 2 })
  const [one, other] = await aCrowd(paris, 2)
  const first = await ask('PUT', supportOf(idea.id), cookieOf(one!))
  expect(first.json).toEqual({ counted: true, count: 1, threshold: 2, reached: false })
  expect(first.headers['cache-control']).toBe('private, no-store')
  expect((await ask('PUT', supportOf(idea.id), cookieOf(one!))).json).toEqual(first.json)
  const crossing = await ask('PUT', supportOf(idea.id), cookieOf(other!))
  expect(crossing.json).toEqual({ counted: true, count: 2, threshold: 2, reached: true })
  const back = await ask('DELETE', supportOf(idea.id), cookieOf(one!))
  expect(back.json).toEqual({ counted: false, count: 1, threshold: 2, reached: true })
})

test('each refusal has its status and, for a program, its reason', async () => {
  const idea = await anIdea(paris)
  const someone = await someoneSignedIn(paris)
  const path = supportOf(idea.id)
  expect(await ask('PUT', path)).toMatchObject({ status: 401, json: { status: 401 } })
  expect(await ask('PUT', path, cookieOf(someone, 2))).toMatchObject({ status: 401 })
  const child = await someoneSignedIn(paris, { birthYear: new Date().getFullYear() - 13 })
  expect(await ask('PUT', path, cookieOf(child))).toMatchObject({
    status: 403,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    json: { missing: 'min_age', needs: '15' },
  })
  expect(await ask('PUT', supportOf('nothing'), cookieOf(someone))).toMatchObject({ status: 404 })
  const closed = await anIdea(paris, { deadlineAt: new Date(0) })
  expect(await ask('PUT', supportOf(closed.id), cookieOf(someone))).toMatchObject({
    status: 409,
    json: { reason: 'closed' },
  })
  for (const method of ['PUT', 'DELETE', 'PUT']) await ask(method, path, cookieOf(someone))
  const often = await ask('DELETE', path, cookieOf(someone))
  expect(often).toMatchObject({ status: 429, json: { reason: 'changed_too_often' } })
  expect(Number(often.headers['retry-after'])).toBeGreaterThan(0)
})

test('a page of another origin cannot give someone’s support', async () => {
  const idea = await anIdea(paris)
  const cookie = cookieOf(await someoneSignedIn(paris))
  for (const origin of ['http://belleville.localhost', 'null', 'http://decider.paris.localhost.evil'])
    expect((await ask('PUT', supportOf(idea.id), cookie, origin)).status).toBe(403)
  expect((await ask('GET', `/api/v1/ideas/${idea.id}/count`)).json).toMatchObject({ count: 0 })
})

test('who one is, and how one stands to an idea, is told to oneself alone', async () => {
  const idea = await anIdea(paris)
  const someone = await someoneSignedIn(paris, { name: 'Karima' })
  await ask('PUT', supportOf(idea.id), cookieOf(someone))
  const me = await ask('GET', `/api/v1/me?idea=${idea.id}`, cookieOf(someone))
  expect(me.json).toEqual({
    person: { name: 'Karima', locale: 'fr', roles: [], unread: 0, asked: true },
    idea: {
      id: idea.id,
      supported: true,
      following: false,
      own: false,
      comments: { own: [], useful: [], useless: [] },
    },
  })
  expect(me.headers['cache-control']).toBe('private, no-store')
  const ended = await aSession(paris, someone.personId, { revokedAt: new Date() })
  for (const more of ['', cookieOf(ended), `Cookie: ${sessionCookieName()}=s1.paris.x.y.z.mac`])
    expect((await ask('GET', `/api/v1/me?idea=${idea.id}`, more)).json).toEqual({ person: null })
})
