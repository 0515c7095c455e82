import 'server-only'
import { and, asc, eq, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { activities } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { inTenant } from '../../../db'
import { readJson } from '../../../outgoing/guarded-fetch'
import { changed } from '../../../tenancy/freshness'
import { Answer } from './input'
import { againAt, asked, mostAsks, placeIn, type Placed } from './rules'

type Due = { id: string; address: string; districtCode: string | null; asks: number }

const isNew = sql`${activities.placeAskedFor} is distinct from ${activities.address}`

/**
 * Asks the city's service where the addresses are that nobody pointed at, as many at a time. One that does not answer is
 * asked again later: until then the activity stands in its district, and has no pin. Returns how many were asked about.
 */
export async function placeAddresses(tenant: Tenant, { now, limit }: { now: Date; limit: number }) {
  const service = tenant.territory.geocoder
  if (!service) return 0
  const due = await listDue(tenant, now, limit)
  for (const one of due) {
    const answer = await ask(service, one.address)
    await note(tenant, one, answer && placeIn(tenant, one.districtCode, answer), { answer, now })
    if (!answer) break
  }
  return due.length
}

function listDue(tenant: Tenant, now: Date, limit: number): Promise<Due[]> {
  const { id, address, districtCode } = activities
  const isWaiting = and(lt(activities.placeAsks, mostAsks), lte(activities.placeAskAt, now))
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        id,
        address,
        districtCode,
        asks: sql<number>`case when ${isNew} then 0 else ${activities.placeAsks} end`,
      })
      .from(activities)
      .where(
        and(
          isNotNull(address),
          isNull(activities.latitude),
          isNull(activities.origin),
          ne(activities.attendance, 'online'),
          eq(activities.publication, 'published'),
          eq(activities.moderation, 'approved'),
          or(isNew, isWaiting),
        ),
      )
      .orderBy(asc(activities.placeAskAt), asc(id))
      .limit(limit)
    return rows.map((row) => ({ ...row, address: row.address! }))
  })
}

const ask = async (service: string, address: string): Promise<Answer | null> =>
  readJson(asked(service, address))
    .then((answer) => Answer.parse(answer))
    .catch(() => null)

type Said = { answer: Answer | null; now: Date }

/** Unless somebody said another address or pointed at it meanwhile. What the service does not know is not asked again. */
function note(tenant: Tenant, { id, address, asks }: Due, placed: Placed | null, { answer, now }: Said) {
  const placeAsks = answer ? mostAsks : asks + 1
  const known = { placeAskedFor: address, placeAsks, placeAskAt: againAt(asks + 1, now) }
  return inTenant(tenant, async (db) => {
    const written = await db
      .update(activities)
      .set({ ...known, ...placed })
      .where(and(eq(activities.id, id), eq(activities.address, address), isNull(activities.latitude)))
      .returning({ id: activities.id })
    if (placed && written.length > 0) await changed(db, 'activities')
  })
}
