// Next and the server around it each bundle this file: what one of them meets, both know.
const key = Symbol.for('parvis.database.trouble')
const shared = globalThis as { [key]?: number }

const unreachable = /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|08|53|57P|57014)/

/** Notes when it was Postgres that was away, slow or full, rather than a mistake of ours; then throws it on. */
export function noteTrouble(error: unknown): never {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  if (unreachable.test(code ?? cause?.code ?? '')) shared[key] = performance.now()
  throw error
}

/** True when the database failed somebody within the last three seconds. */
export const wasDatabaseInTrouble = () => performance.now() - (shared[key] ?? -Infinity) < 3000
