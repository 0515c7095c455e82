import 'server-only'
import type { EventEmitter } from 'node:events'
import postgres from 'postgres'

/**
 * Holds a lock in the name of this process's pool of workers, in which they take work, for as long as the process lives.
 * Work taken in a name whose lock nobody holds was dropped in the middle: it is given back, at start and every minute.
 */
export async function sentinel(
  connectionString: string,
  events: EventEmitter,
): Promise<{ release: () => Promise<void> }> {
  const client = postgres(connectionString, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
  })
  const own = new Set<string>()
  events.on('pool:create', ({ workerPool: { id } }: { workerPool: { id: string } }) => {
    own.add(id)
    void client`select pg_advisory_lock(7393, hashtext(${id}))`.catch(() => {})
  })
  await giveBack(client, own)
  const timer = setInterval(() => void giveBack(client, own).catch(() => {}), 60_000)
  return {
    release: async () => {
      clearInterval(timer)
      await client.end({ timeout: 1 })
    },
  }
}

async function giveBack(client: postgres.Sql, own: Set<string>) {
  const taken = await client<{ id: string }[]>`
    select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null`
  for (const { id } of taken.filter(({ id }) => !own.has(id))) {
    const [lock] = await client<
      { free: boolean }[]
    >`select pg_try_advisory_lock(7393, hashtext(${id})) as free`
    if (!lock?.free) continue
    await client`select graphile_worker.force_unlock_workers(array[${id}])`
    await client`select pg_advisory_unlock(7393, hashtext(${id}))`
  }
}
