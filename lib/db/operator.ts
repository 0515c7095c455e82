import 'server-only'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../../drizzle/schema'
import type { Db } from './index'

/** What the operator's commands and the seed work with: one city at a time, like everyone, and the registry as well. */
export type Operator = {
  inCity: <Result>(city: { id: string }, work: (db: Db) => Promise<Result>) => Promise<Result>
  registry: Pick<Db, 'select'>
}

/**
 * One connection, closed when the work is over; never opened by what serves citizens. In a city it takes a role that the
 * walls hold too: whoever owns the tables may be a superuser, whom no wall stops.
 */
export async function asOperator<Result>(
  ownerUrl: string,
  work: (operator: Operator) => Promise<Result>,
): Promise<Result> {
  const client = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'parvis-operator' },
  })
  const database = drizzle({ client, schema, casing: 'snake_case' })
  try {
    return await work({
      registry: database,
      inCity: (city, inside) =>
        database.transaction(async (db) => {
          await db.execute(sql`select app.enter_tenant(${city.id})`)
          await db.execute(sql`set local role parvis_operator`)
          return inside(db)
        }),
    })
  } finally {
    await client.end({ timeout: 5 })
  }
}
