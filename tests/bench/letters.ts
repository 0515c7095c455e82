import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { letterChoices, notices } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { record } from '@/lib/journal/commands'
import { lanes } from '@/lib/mail/transport'
import { anIdea } from '../support/factories'
import { percentile, rounded } from './figures'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const followers = 100_000
const host = 'decider.paris.localhost:'
type City = Awaited<ReturnType<typeof siteOf>>['tenant']

/** One publication to a hundred thousand followers: how fast it is queued, what pages wait meanwhile, how fast it leaves. */
export default async function* lettersAndPages() {
  const sink = await aSink()
  try {
    yield* withServer((server) => measure(server, sink), { SMTP_URL: sink.url, WORKER: 'apart' })
  } finally {
    sink.server.close()
  }
}

async function* measure(server: RunningServer, sink: Sink) {
  const { tenant } = await siteOf(`${host}${server.port}`.split(':')[0]!)
  const ideaId = await anIdeaFollowedByMany(tenant)
  await visits(server)
  const quiet = await visits(server)
  let worker = aWorker()
  await pause(4000)
  const asked = performance.now()
  await inTenant(tenant, (db) =>
    record(db, {
      kind: 'expired',
      aboutId: ideaId,
      at: new Date(),
      byId: null,
      byRole: 'system',
      visibility: 'public',
      detail: {},
    }),
  )
  const meanwhile = visits(server)
  const queued = (await untilTold(tenant, ideaId)) - asked
  const busy = await meanwhile
  yield {
    name: 'letters: one publication to 100,000 followers, queued',
    value: rounded(queued / 1000),
    unit: 's',
    page_p95_ms: rounded(busy),
    quiet_page_p95_ms: rounded(quiet),
    checks: {
      underFiveSeconds: queued < 5000,
      everyoneTold: (await countTold(tenant, ideaId)) >= followers,
      pagesUnderTwice: busy < 2 * quiet || busy < 20,
    },
  }

  await endTheNight(tenant)
  const rate = await ratePerSecond(sink)
  worker.kill('SIGKILL')
  const [killedAt, held] = [sink.taken.size, sink.total]
  await pause(500)
  worker = aWorker()
  await untilAllLeft(sink)
  await pause(3000)
  worker.kill('SIGTERM')
  const doubled = sink.total - sink.taken.size
  yield {
    name: 'letters: rendered and sent by one worker',
    value: rounded(rate, 0),
    unit: 'letters/s',
    killed_after: killedAt,
    held_then: held,
    came_twice_under_one_name: doubled,
    checks: {
      fiveHundredASecond: rate >= 500,
      eachArrived: sink.taken.size === followers,
      twiceOnlyInFlight: doubled <= 2 * lanes,
    },
  }
}

async function anIdeaFollowedByMany(tenant: City): Promise<string> {
  const { id } = await anIdea(tenant)
  for (let from = 0; from < followers; from += 10_000)
    await inTenant(tenant, async (db) => {
      await db.execute(sql`
        with reader as (
          insert into people (name, email, assurance, locale)
          select 'Lecteur ' || n, 'lecteur' || n || '@exemple.fr', 'A2', 'fr'
          from generate_series(${from + 1}::int, ${from + 10_000}::int) n returning id
        ), wish as (
          insert into ${letterChoices} (person_id, category, frequency) select id, 'followed', 'at_once' from reader)
        insert into follows (idea_id, person_id, since) select ${id}, id, now() from reader`)
    })
  return id
}

/** As a citizen would feel it: what nineteen pages of twenty take at most. */
async function visits({ port }: RunningServer): Promise<number> {
  const headers = { host: `${host}${port}`, 'accept-encoding': 'gzip' }
  const visitor = fork('tests/bench/visitor.mjs', [JSON.stringify({ port, rest: 15 })])
  visitor.send(Array.from({ length: 150 }, () => ({ method: 'GET', path: '/idees', headers })))
  const [{ taken }] = (await once(visitor, 'message')) as [{ taken: number[] }]
  visitor.kill()
  const sorted = taken.sort((one, other) => one - other)
  return percentile(sorted, 0.95)
}

/** They are told in the order of their ids: whoever comes last has been told when everyone has. */
async function untilTold(tenant: City, ideaId: string): Promise<number> {
  const [last] = await inTenant(tenant, (db) =>
    db.execute<{ id: string }>(sql`select max(person_id::text) as id from follows where idea_id = ${ideaId}`),
  )
  const isTheirs = and(eq(notices.personId, last!.id), eq(notices.aboutId, ideaId))
  for (;;) {
    const found = await inTenant(tenant, (db) => db.select({ at: notices.at }).from(notices).where(isTheirs))
    if (found.length > 0) return performance.now()
    await pause(20)
  }
}

async function countTold(tenant: City, ideaId: string): Promise<number> {
  const [row] = await inTenant(tenant, (db) =>
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(notices)
      .where(eq(notices.aboutId, ideaId)),
  )
  return row!.count
}

/** What was put off until the morning is due now: the hour at which this is run changes nothing. */
async function endTheNight(tenant: City): Promise<void> {
  for (let moved = 1; moved > 0;) {
    const rows = await inTenant(tenant, (db) =>
      db.execute(sql`
        update ${notices} set mail_due_at = now() where (event_id, person_id) in (
          select event_id, person_id from ${notices} where letter_id is null and mail_due_at > now() limit 10000)
        returning 1`),
    )
    moved = rows.length
  }
}

async function ratePerSecond(sink: Sink): Promise<number> {
  while (sink.total < 3000) await pause(100)
  const [from, began] = [sink.total, performance.now()]
  await pause(20_000)
  return (sink.total - from) / ((performance.now() - began) / 1000)
}

async function untilAllLeft(sink: Sink): Promise<void> {
  const began = performance.now()
  while (sink.taken.size < followers && performance.now() - began < 600_000) await pause(500)
}

function aWorker(): ChildProcess {
  return spawn(process.execPath, ['lib/server/run.mjs', 'worker'], {
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

type Sink = Awaited<ReturnType<typeof aSink>>

/** Takes every letter and keeps only its name; what the city writes to others meanwhile is not counted. */
async function aSink() {
  const state = { total: 0, taken: new Set<string>() }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      const isReader = envelope.rcptTo.every(({ address }) => /^lecteur\d+@exemple\.fr$/.test(address))
      let head = ''
      stream.on('data', (part: Buffer) => void (head.length < 4000 && (head += part.toString('latin1'))))
      stream.on('end', () => {
        if (!isReader) return done()
        state.total++
        state.taken.add(/^message-id: (.+)$/im.exec(head)?.[1] ?? String(state.total))
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return Object.assign(state, { server, url: `smtp://127.0.0.1:${port}` })
}
