import postgres from 'postgres'

export type OwnerClient = postgres.Sql

/** One connection as the role that owns the tables: for the migrations and the tools that run apart from the product. */
export function connectAsOwner(url: string, database?: string): OwnerClient {
  return postgres(url, { max: 1, connect_timeout: 20, onnotice: () => {}, ...(database ? { database } : {}) })
}

/** `create role`, `alter role` and the like take no parameters: Postgres itself quotes each value into the statement. */
export async function executeQuoted(
  client: OwnerClient | postgres.TransactionSql,
  pattern: string,
  ...values: string[]
): Promise<void> {
  const [row] = await client<
    { statement: string }[]
  >`select format(${pattern}, variadic ${values}::text[]) as statement`
  await client.unsafe(row!.statement)
}
