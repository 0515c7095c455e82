import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { people, sessions } from '@/drizzle/schema'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { inTenant } from '@/lib/db'
import type { HostSite } from '@/lib/tenancy/registry'
import { percentile } from './figures'

const day = 86_400_000
const rowsAtOnce = 2000

/** The cookies of so many different people of a city, each really signed in. */
export async function signedInCrowd({ tenant, sessionEpoch }: HostSite, size: number): Promise<string[]> {
  const expiresAt = new Date(Date.now() + day)
  const crowd = Array.from({ length: size }, () => ({ sessionId: randomUUID(), personId: randomUUID() }))
  for (let from = 0; from < size; from += rowsAtOnce) {
    const some = crowd.slice(from, from + rowsAtOnce)
    await inTenant(tenant, async (db) => {
      await db.insert(people).values(some.map(({ personId: id }) => ({ id, ...resident })))
      await db
        .insert(sessions)
        .values(
          some.map(({ sessionId: id, personId }) => ({ id, personId, startedAt: new Date(), expiresAt })),
        )
    })
  }
  const name = sessionCookieName()
  return crowd.map((claims) => `${name}=${signSession(tenant.id, sessionEpoch, { ...claims, expiresAt })}`)
}

const resident = {
  name: 'B',
  assurance: 'A2',
  birthYear: 1980,
  residence: 'lives',
  joinedAt: new Date('2026-01-01'),
} as const

export type Ask = { method: 'PUT' | 'DELETE'; cookie: string }
export type Rush = {
  perSecond: number
  p50: number
  p99: number
  statuses: Record<number, number>
  /** The asks whose answer was 200, by their place. */
  acknowledged: boolean[]
}

/** Sends every ask once, from so many connections that each wait for their answer before asking again. */
export async function rush(
  { port, site, path }: { port: number; site: HostSite; path: string },
  asks: Ask[],
  connections: number,
): Promise<Rush> {
  const host = site.origin.replace(/^https?:\/\//, '')
  const taken: number[] = []
  const acknowledged: boolean[] = Array.from({ length: asks.length })
  const statuses: Record<number, number> = {}
  let next = 0
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, askInTurn))
  const seconds = (performance.now() - began) / 1000
  const sorted = taken.sort((one, other) => one - other)
  const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)]
  return { perSecond: asks.length / seconds, p50, p99, statuses, acknowledged }

  function askInTurn() {
    return new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let [place, sentAt, received] = [-1, 0, '']
      socket.setEncoding('latin1')
      socket.on('error', reject).on('connect', send).on('data', read)

      function send() {
        place = next++
        const ask = asks[place]
        if (!ask) return void socket.end(resolve)
        sentAt = performance.now()
        socket.write(
          `${ask.method} ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${site.origin}\r\nCookie: ${ask.cookie}\r\nContent-Length: 0\r\n\r\n`,
        )
      }

      function read(chunk: string) {
        received += chunk
        const end = received.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
        if (received.length < end + 4 + length) return
        const status = Number(received.slice(9, 12))
        received = ''
        taken.push(performance.now() - sentAt)
        statuses[status] = (statuses[status] ?? 0) + 1
        acknowledged[place] = status === 200
        send()
      }
    })
  }
}
