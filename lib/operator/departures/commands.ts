import 'server-only'
import { eq } from 'drizzle-orm'
import { cities, operatorActs } from '../../../drizzle/schema'
import type { Operator } from '../../db/operator'
import { done, type Outcome, refused } from '../../outcome'
import { eraseCity } from '../../tenancy/departure/erasing/commands'

type Ending = { city: string; typed: string; byEmail: string; now: Date }
export type EndingRefusal = 'not_the_name' | 'not_over_yet'

/** Ends a city whose thirty days are over. Postgres asks the same again; nothing brings it back. */
export async function endForGood(
  operator: Operator,
  { city: id, typed, byEmail, now }: Ending,
): Promise<Outcome<undefined, EndingRefusal>> {
  const [city] = await operator.registry.select().from(cities).where(eq(cities.id, id))
  if (city?.status !== 'closing' || !city.closesAt || city.closesAt > now) return refused('not_over_yet')
  if (typed !== id) return refused('not_the_name')
  await eraseCity(city)
  await operator.inRegistry((db) =>
    db.insert(operatorActs).values({ cityId: id, byEmail, action: 'erased', detail: {}, at: now }),
  )
  return done(undefined)
}
