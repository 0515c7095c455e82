import 'server-only'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../../drizzle/schema'
import type { Db } from './index'

/** What the operator's commands, console and seed work with: one city at a time, like everyone, and the registry as well. */
export type Operator = {
  inCity: <Result>(city: { id: string }, work: (db: Db) => Promise<Result>) => Promise<Result>
  registry: Pick<Db, 'select'>
  inRegistry: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>
}

const options = {
  connect_timeout: 20,
  onnotice: () => {},
  connection: { application_name: 'parvis-operator' },
}

/**
 * One connection, closed when the work is over; never opened by what serves citizens. In a city it takes a role that the
 * walls hold too: whoever owns the tables may be a superuser, whom no wall stops.
 */
export async function asOperator<Result>(
  ownerUrl: string,
  work: (operator: Operator) => Promise<Result>,
): Promise<Result> {
  const client = postgres(ownerUrl, { max: 1, ...options })
  try {
    return await work(operatorOn(client))
  } finally {
    await client.end({ timeout: 5 })
  }
}

function operatorOn(client: postgres.Sql): Operator {
  const database = drizzle({ client, schema, casing: 'snake_case' })
  return {
    registry: database,
    inRegistry: (work) =>
      database.transaction(async (db) => {
        await db.execute(sql`set local role parvis_operator`)
        return work(db)
      }),
    inCity: (city, work) =>
      database.transaction(async (db) => {
        await db.execute(sql`select app.enter_tenant(${city.id})`)
        await db.execute(sql`set local role parvis_operator`)
        return work(db)
      }),
  }
}

// Next and the server around it each bundle this file; there must still be one door in the process.
const key = Symbol.for('parvis.operator')
const shared = globalThis as { [key]?: { client: postgres.Sql; operator: Operator } }

/** The console's own few connections, as the role that looks after cities: it owns nothing and walks through no wall. */
export function operatorDoor(): Operator {
  if (!shared[key]) {
    const client = postgres(process.env.OPERATOR_DATABASE_URL ?? '', { max: 3, idle_timeout: 60, ...options })
    shared[key] = { client, operator: operatorOn(client) }
  }
  return shared[key].operator
}

export async function closeOperatorDoor(): Promise<void> {
  await shared[key]?.client.end({ timeout: 5 })
  delete shared[key]
}
