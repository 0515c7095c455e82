import 'server-only'
import { sql } from 'drizzle-orm'
import { inTenant } from '../db'
import { keyedHash } from './sealing'

export type Limit = { limit: number; seconds: number }

/**
 * Counts one more attempt in its window and says how many seconds to wait, or null when it is within the limit. Kept even
 * when what follows is refused. Neither the address nor the e-mail can be read back from the key.
 */
export function secondsToWait(tenant: { id: string }, kind: string, who: string, { limit, seconds }: Limit) {
  const key = `${kind}:${keyedHash('rate-limit', tenant.id, who)}`
  return inTenant(tenant, async (db): Promise<number | null> => {
    const [row] = await db.execute<{ used: number; wait: number }>(sql`
      with clock as (select to_timestamp(floor(extract(epoch from now()) / ${seconds}::int) * ${seconds}::int) as start)
      insert into rate_limits as r (key, window_start, used) select ${key}, start, 1 from clock
      on conflict (tenant_id, key, window_start) do update set used = r.used + 1
      returning used, ceil(extract(epoch from window_start - now()) + ${seconds}::int)::int as wait`)
    return row && row.used > limit ? Math.max(1, row.wait) : null
  })
}
