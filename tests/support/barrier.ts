import { createHmac, randomUUID } from 'node:crypto'
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
