import { expect } from 'vitest'
import { forgetSome } from '@/lib/people/retention/commands'
import { findRetention } from '@/lib/people/retention/queries'
import type { RetentionRow } from '@/lib/people/retention/rules'
import type { Tenant } from '@/tenants/tenant'

/** What the dry run says would go, then goes, and is in the report: how much. */
export async function forgetLine(city: Tenant, row: RetentionRow, now: Date): Promise<number> {
  const line = async () => (await findRetention(city, now)).find((one) => one.row === row)!
  const { due } = await line()
  const done = await forgetSome(city, row, now)
  expect([done, (await line()).due]).toEqual([due, 0])
  return done
}
