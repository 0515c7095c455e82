import 'server-only'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../../drizzle/schema'
import { committed } from './after-commit'
import { closeCounting } from './counting'
import { isOnlyReading } from './reading'
import { noteTrouble } from './trouble'
import { fairTurns } from './turns'

const poolSize = Number(process.env.DATABASE_POOL ?? 10)

function open() {
  const client = postgres(process.env.APP_DATABASE_URL ?? '', {
    max: poolSize,
    connection: {
      application_name: 'parvis',
      statement_timeout: 3000,
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 5000,
    },
    connect_timeout: 3,
    onnotice: () => {},
  })
  return { client, database: drizzle({ client, schema, casing: 'snake_case' }), turns: fairTurns(poolSize) }
}

// Next and the server around it each bundle this file; there must still be one pool in the process.
const key = Symbol.for('parvis.database')
const shared = globalThis as { [key]?: ReturnType<typeof open> }
const pool = () => (shared[key] ??= open())

/** A database in which one tenant's rows exist and no others. Only `inTenant` makes one. */
export type Db = Parameters<Parameters<ReturnType<typeof open>['database']['transaction']>[0]>[0]

/** The only door: one transaction, bound to one city for as long as it lasts. One city never takes every connection. */
export function inTenant<Result>(tenant: { id: string }, work: (db: Db) => Promise<Result>): Promise<Result> {
  const { database, turns } = pool()
  return turns(tenant.id, async () => {
    let opened: Db | undefined
    const result = await database.transaction(
      async (db) => {
        opened = db
        await db.execute(sql`select app.enter_tenant(${tenant.id})`)
        return work(db)
      },
      isOnlyReading() ? { accessMode: 'read only' } : undefined,
    )
    committed(opened!, tenant.id)
    return result
  }).catch(noteTrouble)
}

/** Cities and hosts: the only rows that can be read before a city is known. */
export function inRegistry<Result>(work: (db: Pick<Db, 'select'>) => Promise<Result>): Promise<Result> {
  return work(pool().database).catch(noteTrouble)
}

export async function isDatabaseAwake(): Promise<boolean> {
  return pool().client`select 1`.then(
    () => true,
    () => false,
  )
}

export async function closeDatabase(): Promise<void> {
  await Promise.all([shared[key]?.client.end({ timeout: 5 }), closeCounting()])
  delete shared[key]
}
