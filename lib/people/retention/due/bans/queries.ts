import 'server-only'
import { and, ne, sql } from 'drizzle-orm'
import { supportBans } from '../../../../../drizzle/schema'
import type { Due } from '../rules'

/** Why voices were set aside that count again, or never were: what was said on both sides. */
export function bansDue(before: Date): Due {
  const over = sql`(outcome = 'lifted' and decided_at < ${before.toISOString()}::timestamptz
    or declined_at < ${before.toISOString()}::timestamptz)`
  return {
    from: supportBans,
    where: and(ne(supportBans.reason, ''), over)!,
    emptied: sql`reason = '', appeal = null, reply = null, voices_sealed = null`,
  }
}
