import 'server-only'
import { eq } from 'drizzle-orm'
import { cities, operatorActs } from '../../../drizzle/schema'
import type { Operator } from '../../db/operator'
import { done, type Outcome, refused } from '../../outcome'
import { audit } from '../../tenancy/audit/commands'
import type { NewMeans } from './input'

type Change = NewMeans & { byEmail: string; now: Date }

/** Says what a city may switch on and what it is expected to use. What runs there goes on running. */
export function setMeans(
  operator: Operator,
  { city: id, withheld, quotas, byEmail, now }: Change,
): Promise<Outcome<undefined, 'city_gone'>> {
  return operator.inCity({ id }, async (db) => {
    const [city] = await db.select().from(cities).where(eq(cities.id, id)).for('update')
    if (!city || city.status === 'deleted') return refused('city_gone')
    await db.update(cities).set({ withheld, quotas, changedAt: now }).where(eq(cities.id, id))
    const detail = { withheld: withheld.join(' '), quotas: JSON.stringify(quotas) }
    await db.insert(operatorActs).values({ cityId: id, byEmail, action: 'means', detail, at: now })
    await audit(db, {
      actor: { kind: 'operator', name: byEmail },
      action: 'city.means',
      subject: 'city',
      before: { withheld: city.withheld, quotas: city.quotas },
      after: { withheld, quotas },
      now,
    })
    return done(undefined)
  })
}
