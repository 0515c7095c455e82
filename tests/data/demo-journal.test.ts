import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { demoCast } from '@/lib/server/demo/actors'
import { listAudit } from '@/lib/tenancy/audit/queries'
import { seedDemo } from '@/lib/tenancy/demo/commands'
import { shippedCities } from '@/tenants/shipped'
import { anotherInstallation } from '../support/cities'

const now = new Date()
const elsewhere = await anotherInstallation()
beforeAll(() => elsewhere.visit(() => seedDemo(process.env.OWNER_DATABASE_URL!, now, undefined, demoCast)))
afterAll(async () => {
  await closeDatabase()
  await elsewhere.close()
})

test.each(shippedCities)('the journal of acts of $id never goes back in time', async (city) => {
  const { events } = await elsewhere.visit(() => listAudit(city, { before: null, isNamed: true }))
  const days = events.map(({ at }) => at.toISOString())
  expect(days).toEqual(days.toSorted().toReversed())
  expect(events[0]).toMatchObject({ action: 'accounts_union_asked', at: now })
})
