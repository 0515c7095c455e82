import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { expect } from 'vitest'
import { paris, type SignedIn } from './factories'

const connections = 40

const voterOf = (personId: string) => createHmac('sha256', 'barrier').update(personId).digest('hex')

/** One support as one process would count it, in a transaction that first waits at the barrier. */
function countAtBarrier(client: postgres.Sql, ideaId: string, { sessionId, personId }: SignedIn) {
  return client.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock_shared(777)`
    return transaction`
      select verdict, counted from app.count_supports(${paris.id}, ${`{${ideaId}}`}::text::uuid[], ${`{${sessionId}}`}::text::uuid[],
        ${`{${personId}}`}::text::uuid[], ${`{${voterOf(personId)}}`}::text::text[], ${`{${randomUUID()}}`}::text::text[], '{t}'::bool[])`
  })
}

/** Forty connections stand at the barrier with the same support; then it opens. */
export async function releaseTogether(
  owner: postgres.Sql,
  ideaId: string,
  someone: SignedIn,
  schema = 'public',
) {
  const gate = postgres(process.env.OWNER_DATABASE_URL!, { max: 1 })
  const clients = Array.from({ length: connections }, () =>
    postgres(process.env.APP_DATABASE_URL!, {
      max: 1,
      connection: { search_path: schema === 'public' ? 'public' : `${schema}, public` },
    }),
  )
  await gate`select pg_advisory_lock(777)`
  const all = Promise.all(clients.map((client) => countAtBarrier(client, ideaId, someone)))
  await expect.poll(() => waitingAtBarrier(owner), { timeout: 15_000 }).toBe(connections)
  await gate`select pg_advisory_unlock(777)`
  const answers = (await all).map(([row]) => row!)
  await Promise.all([gate, ...clients].map((client) => client.end()))
  return answers
}

async function waitingAtBarrier(owner: postgres.Sql) {
  const [row] =
    await owner`select count(*)::int as waiting from pg_locks where locktype = 'advisory' and objid = 777 and not granted`
  return row!.waiting as number
}

const presses = 200

/** Two hundred people press at once: none gets past this row before others wait for it too. How many did something. */
export async function pressedBehind(
  table: string,
  id: string,
  act: (turn: number) => Promise<{ ok: boolean }>,
): Promise<number> {
  const [gate, watch] = [1, 2].map(() => postgres(process.env.SUPERUSER_DATABASE_URL!, { max: 1 }))
  const all = await gate!.begin(async (transaction) => {
    await transaction`select from ${transaction(table)} where id = ${id} for update`
    const [own] = await transaction`select pg_backend_pid() as pid`
    const pressed = Promise.all(Array.from({ length: presses }, (_, turn) => act(turn)))
    pressed.catch(() => {})
    await expect.poll(() => waitingFor(watch!, own!.pid as number), { timeout: 15_000 }).toBeGreaterThan(0)
    await pause(100)
    return { pressed }
  })
  const outcomes = await all.pressed
  await Promise.all([gate!.end(), watch!.end()])
  return outcomes.filter(({ ok }) => ok).length
}

async function waitingFor(watch: postgres.Sql, pid: number): Promise<number> {
  const [row] = await watch`
    select count(*)::int as waiting from pg_stat_activity where ${pid}::int = any (pg_blocking_pids(pg_stat_activity.pid))`
  return row!.waiting as number
}
