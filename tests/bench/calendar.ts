import { randomUUID } from 'node:crypto'
import { registrations } from '@/drizzle/schema'
import { openFeed } from '@/lib/agir/registrations/feeds/commands'
import { findFeed } from '@/lib/agir/registrations/feeds/queries'
import { inTenant } from '@/lib/db'
import { aDate, anActivity } from '../support/agir'
import { aPerson } from '../support/factories'
import { percentile, rounded } from './figures'
import { ask } from './load'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const dates = 500
const readings = 120
const hour = 3_600_000

/** The calendar of somebody who is registered for five hundred dates, as their calendar program reads it. */
export default () => withServer(measure)

async function* measure({ port }: RunningServer) {
  const site = await siteOf('agir.paris.localhost')
  const { tenant } = site
  const personId = await aPerson(tenant)
  const now = new Date()
  for (let number = 0; number < dates / 10; number++) await registerForTen(number)
  await openFeed(tenant, { personId, now })
  const { token } = (await findFeed(tenant, personId))!
  const headers = { host: site.origin.replace(/^https?:\/\//, '') }
  const taken: number[] = []
  let events = 0
  for (let reading = 0; reading < readings; reading++) {
    const began = performance.now()
    const { status, body } = await ask({ port, path: `/calendrier/${token}.ics`, headers })
    taken.push(performance.now() - began)
    events = status === 200 ? body.toString().split('BEGIN:VEVENT').length - 1 : 0
  }
  const sorted = taken.slice(20).sort((one, other) => one - other)
  const p50 = percentile(sorted, 0.5)
  yield {
    name: 'calendar',
    value: rounded(p50),
    unit: 'ms',
    p50_ms: rounded(p50),
    p95_ms: rounded(percentile(sorted, 0.95)),
    p99_ms: rounded(percentile(sorted, 0.99)),
    dates: events,
    checks: { allThere: events === dates, p50Under80: p50 < 80 },
  }

  async function registerForTen(number: number): Promise<void> {
    const { id: activityId } = await anActivity(tenant)
    for (let turn = 0; turn < 10; turn++) {
      const at = new Date(now.getTime() + (24 + (number * 10 + turn) * 8) * hour)
      const { id: occurrenceId, positionId } = await aDate(tenant, activityId, at)
      const row = { activityId, occurrenceId, positionId, personId, requestId: randomUUID() }
      await inTenant(tenant, (db) =>
        db.insert(registrations).values({ ...row, state: 'confirmed', at: now, changedAt: now }),
      )
    }
  }
}
