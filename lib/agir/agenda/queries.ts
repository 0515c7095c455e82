import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { type ActivityCard, cardsOf } from '../finding/cards/queries'
import { choices, found } from '../finding/queries'
import type { Filters } from '../finding/rules'
import { boundsOf } from './rules'

export type AgendaDay = {
  day: string
  dates: (ActivityCard & { id: string; occurrenceId: string })[]
  more: number
}

/** A day shows so many; a link leads to the others. */
const mostADay = 40

/** Every date of the week that passes the filters, day by day, with those called off. */
export function listWeek(tenant: Tenant, filters: Filters, days: string[], now: Date): Promise<AgendaDay[]> {
  const whole = { ...filters, preset: null, from: null, until: null }
  const [first, last] = [boundsOf(days[0]!, tenant.timeZone), boundsOf(days.at(-1)!, tenant.timeZone)]
  return inTenant(tenant, async (db) => {
    const dates = await db.execute<{ id: string; occurrenceId: string; startsAt: string }>(sql`
      with ${found(tenant, whole, now)}
      select o.activity_id as id, o.id as "occurrenceId", o.starts_at as "startsAt"
      from occurrences o join found on found.id = o.activity_id
      where o.state <> 'postponed' and o.starts_at >= ${first.from.toISOString()}::timestamptz
        and o.starts_at < ${last.until.toISOString()}::timestamptz and o.ends_at > ${now.toISOString()}::timestamptz
        and ${choices(filters)}
      order by o.starts_at, o.id limit 400`)
    const byDay = days.map((day) => {
      const { from, until } = boundsOf(day, tenant.timeZone)
      const held = dates.filter(({ startsAt }) => from <= new Date(startsAt) && new Date(startsAt) < until)
      return { day, held: held.slice(0, mostADay), more: Math.max(0, held.length - mostADay) }
    })
    const cards = await cardsOf(
      db,
      byDay.flatMap(({ held }) => held),
      now,
    )
    return byDay.map(({ day, held, more }) => {
      const ids = new Set(held.map(({ occurrenceId }) => occurrenceId))
      return { day, more, dates: cards.filter(({ occurrenceId }) => ids.has(occurrenceId)) }
    })
  })
}
