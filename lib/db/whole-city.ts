import 'server-only'
import type { Readable, Writable } from 'node:stream'
import postgres from 'postgres'

export type WholeCity = {
  ask: <Row extends object>(query: string, values?: (string | number | string[])[]) => Promise<Row[]>
  /** The one column of each row, a line each. */
  lines: (query: string) => Promise<AsyncIterable<Buffer>>
  /** Takes lines into the one column of a table. */
  fill: (table: string, lines: AsyncIterable<Uint8Array>) => Promise<void>
}

/** Signs that JSON never holds as they are: with them for quotes, what Postgres copies is the JSON and nothing else. */
const asItIs = `with (format csv, quote e'\\x01', escape e'\\x01', delimiter e'\\x02')`

/** One city as it was at one instant, however long it takes to read, with the rights of the application. */
export function readWholeCity<Result>(
  city: { id: string },
  work: (db: WholeCity) => Promise<Result>,
): Promise<Result> {
  const url = process.env.APP_DATABASE_URL ?? ''
  return inOneGo(url, 'isolation level repeatable read read only', async (client) => {
    await client`select app.enter_tenant(${city.id})`
    return work(doorOf(client))
  })
}

/**
 * Brings a city's rows in as its operator: all of them or none. `before` is done as the owner of the tables, who alone
 * may take back what is otherwise only ever added to.
 */
export function writeWholeCity<Result>(
  ownerUrl: string,
  city: { id: string },
  before: (db: WholeCity) => Promise<void>,
  work: (db: WholeCity) => Promise<Result>,
): Promise<Result> {
  return inOneGo(ownerUrl, 'read write', async (client) => {
    await client`select app.enter_tenant(${city.id})`
    await client`set local app.arriving = 'on'`
    await lookUpEachRow(client)
    await before(doorOf(client))
    await client`set local role parvis_operator`
    return work(doorOf(client))
  })
}

/** The same for its end, with the rights of the application: the function it calls knows when that may be. */
export function endWholeCity<Result>(
  city: { id: string },
  work: (db: WholeCity) => Promise<Result>,
): Promise<Result> {
  return inOneGo(process.env.APP_DATABASE_URL ?? '', 'read write', async (client) => {
    await client`select app.enter_tenant(${city.id})`
    await lookUpEachRow(client)
    return work(doorOf(client))
  })
}

/**
 * Each row that comes or goes is checked against others. What one transaction writes is unknown to the planner: it would
 * take a table for empty, and read all of it for each row once it is not.
 */
async function lookUpEachRow(client: postgres.TransactionSql): Promise<void> {
  await client`set local enable_seqscan = off`
  await client`set local jit = off`
}

async function inOneGo<Result>(
  url: string,
  options: string,
  work: (client: postgres.TransactionSql) => Promise<Result>,
): Promise<Result> {
  const connection = { application_name: 'parvis whole city', TimeZone: 'UTC', statement_timeout: 0 }
  const client = postgres(url, { max: 1, connect_timeout: 20, onnotice: () => {}, connection })
  const ended: { by?: unknown } = {}
  const inside = (within: postgres.TransactionSql) =>
    work(within).catch((reason: unknown) => {
      ended.by = reason
      throw reason
    })
  try {
    return (await client.begin(options, inside)) as Result
  } catch (error) {
    // Reading that is cut short cannot even be taken back: the connection goes, and what is told is why.
    throw ended.by ?? error
  } finally {
    await client.end({ timeout: ended.by ? 0 : 5 })
  }
}

function doorOf(client: postgres.TransactionSql): WholeCity {
  return {
    ask: async <Row extends object>(query: string, values: (string | number | string[])[] = []) => [
      ...(await client.unsafe<Row[]>(query, values)),
    ],
    lines: (query) => client.unsafe(`copy (${query}) to stdout ${asItIs}`).readable() as Promise<Readable>,
    fill: async (table, lines) => {
      const into = (await client.unsafe(`copy ${table} from stdin ${asItIs}`).writable()) as Writable
      const { pipeline } = await import('node:stream/promises')
      await pipeline(lines, into)
    },
  }
}
